package dev.loadline.collector.store;

import dev.loadline.collector.signal.SignalReader;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A place where signals are kept. */
public interface SignalStore extends SignalReader, SignalWriter, AutoCloseable {

  /** For those who measure again soon: may complete when samples are safe only in memory. */
  default SignalWriter hurried() {
    return this;
  }

  /** Forgets what is older; lines without any sample left go too. */
  CompletableFuture<Void> expire(Instant before);

  /** What was acknowledged is safe when this returns. */
  @Override
  void close();
}
