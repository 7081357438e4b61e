package dev.loadline.agent.probe;

import java.io.InterruptedIOException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Tells from what a pool answers whether time ran out: by the JDK's kinds of exception, or by its
 * name where a library has its own, e.g. {@code MongoTimeoutException}.
 */
final class TimedOut {

  private TimedOut() {}

  /** Whether this is a timeout, or was caused by one. */
  static boolean is(@Nullable Object answer) {
    if (!(answer instanceof Throwable)) {
      return false;
    }
    return answer instanceof TimeoutException
        || answer instanceof InterruptedIOException
        || answer.getClass().getName().endsWith("TimeoutException")
        || ((Throwable) answer).getCause() instanceof TimeoutException;
  }
}
