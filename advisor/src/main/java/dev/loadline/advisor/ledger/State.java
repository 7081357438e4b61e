package dev.loadline.advisor.ledger;

/** A moment for which the ledger sums up: how many instances there are then. */
public enum State {
  NOW("now"),
  ROLLOUT("during a rolling update"),
  AT_MAXIMUM("at the autoscaler's maximum"),
  ROLLOUT_AT_MAXIMUM("during a rolling update at the autoscaler's maximum");

  private final String phrase;

  State(String phrase) {
    this.phrase = phrase;
  }

  /** As the end of a sentence: {@code during a rolling update}. */
  public String phrase() {
    return phrase;
  }

  boolean atMaximum() {
    return this == AT_MAXIMUM || this == ROLLOUT_AT_MAXIMUM;
  }

  boolean rollingOut() {
    return this == ROLLOUT || this == ROLLOUT_AT_MAXIMUM;
  }
}
