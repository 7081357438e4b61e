package dev.loadline.collector.discovery;

import java.time.Instant;

/**
 * How a discovery fares.
 *
 * @param mechanism the name by which it is configured
 * @param reason why it is not {@link State#UP}; empty otherwise
 * @param targets how many it stands for now
 * @param at when it last said something
 */
public record DiscoveryState(
    String mechanism, State state, String reason, int targets, Instant at) {

  /** Nothing was said yet; all was read; something was not, and what was found last stands in. */
  public enum State {
    UNKNOWN,
    UP,
    DOWN
  }

  /**
   * A sudden loss that is not believed yet.
   *
   * @param reason which discovery lost how many
   */
  public record Frozen(String reason, Instant since) {}
}
