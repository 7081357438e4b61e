package dev.loadline.collector.ingest;

import io.vertx.core.Future;

/** One way of pushing. */
interface Protocol {

  /** The word for it in metrics. */
  String name();

  /** Reads the request and keeps what it brings; may fail with a {@link RefusedException}. */
  Future<Answer> take(Push push);

  /** How a refusal is put to those who speak this protocol. */
  Answer refusal(Push push, RefusedException why);
}
