package dev.loadline.advisor.ledger;

/**
 * The instances of one thing that is deployed.
 *
 * @param now instances wanted now
 * @param maximum the most that an autoscaler may want; the same as now where there is none
 * @param rollout how they are replaced
 */
public record Fleet(Figure now, Figure maximum, Rollout rollout) {

  /** A number of instances that nothing scales and that are replaced in place. */
  public static Fleet fixed(Figure instances) {
    return new Fleet(instances, instances, Rollout.IN_PLACE);
  }

  Figure wanted(State state) {
    return state.atMaximum() ? larger() : now;
  }

  private Figure larger() {
    if (now.value() == null || maximum.value() == null) {
      return maximum.value() == null ? maximum : now;
    }
    return maximum.value() >= now.value() ? maximum : now;
  }

  /** Instances that there are at most in this state; as many as are sure where it is unknown. */
  long pods(State state) {
    return pods(state, wanted(state).or(now.or(0)));
  }

  long pods(State state, long wanted) {
    return state.rollingOut() ? rollout.most(wanted) : wanted;
  }
}
