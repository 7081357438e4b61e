package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** How to read the status of a request from what ends it. */
public interface Reply {

  /** The status; 0 or less where there is none. */
  int status(@Nullable Object reply) throws Throwable;
}
