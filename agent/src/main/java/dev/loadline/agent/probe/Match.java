package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** How to read, where a server has found who answers a request, what pattern it found that by. */
public interface Match {

  /** The object that stands for the request, as {@link Request#of} gives it. */
  @Nullable Object request(Object self, @Nullable Object argument) throws Throwable;

  /** The pattern, or null where it cannot be told. */
  @Nullable String pattern(Object self, @Nullable Object argument) throws Throwable;
}
