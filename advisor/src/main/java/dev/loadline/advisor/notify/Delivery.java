package dev.loadline.advisor.notify;

import java.time.Duration;

/** What became of one attempt to deliver a {@link Notice}. */
public sealed interface Delivery {

  /** The channel has accepted it. */
  record Delivered() implements Delivery {}

  /**
   * Not now: the channel is busy or out of reach.
   *
   * @param after how long the channel asked to be left alone ({@code Retry-After}); zero where it
   *     did not say
   * @param reason why, without any secret
   */
  record Retry(Duration after, String reason) implements Delivery {}

  /**
   * Never: trying the same again would fail the same way.
   *
   * @param reason why, without any secret
   */
  record Failed(String reason) implements Delivery {}

  static Delivery delivered() {
    return new Delivered();
  }

  static Delivery retry(Duration after, String reason) {
    return new Retry(after, reason);
  }

  static Delivery failed(String reason) {
    return new Failed(reason);
  }
}
