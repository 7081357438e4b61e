package dev.loadline.agent.probe;

import java.io.InterruptedIOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells from what a pool answers whether time ran out. */
final class Timeouts {

  private Timeouts() {}

  /** Whether this is a timeout of the JDK's kinds, or was caused by one. */
  static boolean is(@Nullable Object answer) {
    if (!(answer instanceof Throwable)) {
      return false;
    }
    return answer instanceof TimeoutException
        || answer instanceof InterruptedIOException
        || ((Throwable) answer).getCause() instanceof TimeoutException;
  }
}
