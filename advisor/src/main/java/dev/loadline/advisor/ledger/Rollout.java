package dev.loadline.advisor.ledger;

/**
 * How new instances take the place of old ones. While a Deployment of 10 with the usual 25 % is
 * updated there are up to 13 pods, for Kubernetes rounds the surge up; pods that are shutting down
 * come on top, since Kubernetes does not count them.
 *
 * @param surge instances above the wanted number, rounded up
 * @param unavailable instances that may be missing meanwhile, rounded down; they never raise the
 *     number of connections
 * @param terminating old instances that still hold their connections while they shut down, rounded
 *     up; {@link Share#ALL} for the whole old revision
 */
public record Rollout(Share surge, Share unavailable, Share terminating) {
  /** Old instances are gone before new ones come: Recreate, or the order of a StatefulSet. */
  public static final Rollout IN_PLACE = new Rollout(Share.NONE, Share.ALL, Share.NONE);

  /** What a Deployment does where it says nothing: surge 25 %, unavailable 25 %. */
  public static final Rollout KUBERNETES =
      new Rollout(new Share(25, true), new Share(25, true), Share.NONE);

  /** A surge, and old instances that are gone as soon as they are told to stop. */
  public static Rollout surging(Share surge) {
    return new Rollout(surge, Share.NONE, Share.NONE);
  }

  /** The most instances there are while so many are wanted: 13 for 10. */
  public long most(long wanted) {
    return wanted + surging(wanted) + stopping(wanted);
  }

  /** The fewest instances that serve while so many are wanted: 8 for 10. */
  public long fewest(long wanted) {
    return Math.max(0, wanted - unavailable.down(wanted));
  }

  long surging(long wanted) {
    return wanted == 0 ? 0 : surge.up(wanted);
  }

  long stopping(long wanted) {
    return Math.min(wanted, terminating.up(wanted));
  }
}
