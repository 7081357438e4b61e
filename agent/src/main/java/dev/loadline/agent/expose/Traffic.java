package dev.loadline.agent.expose;

import java.util.concurrent.atomic.AtomicLong;

/** What the agent sent, refused and failed to send so far. */
final class Traffic {

  /** Bytes of answers to scrapes, heads included. */
  final AtomicLong scrapeBytes = new AtomicLong();

  /** Bytes of pushes that were sent, as compressed. */
  final AtomicLong pushBytes = new AtomicLong();

  /** Requests answered 503 because too many answers were under way. */
  final AtomicLong refused = new AtomicLong();

  /** Clients disconnected because they were too slow. */
  final AtomicLong cut = new AtomicLong();

  /** Readings that the collector did not take; they are not sent again. */
  final AtomicLong pushErrors = new AtomicLong();
}
