package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** How to read an HTTP request that the application makes, without running user code. */
public interface Outgoing {

  /** The host that is asked; null where it is not seen. */
  @Nullable String host(Object call) throws Throwable;

  /** The port that is asked. */
  int port(Object call) throws Throwable;

  /** The request method, e.g. GET. */
  @Nullable String method(Object call) throws Throwable;

  /** The status of a response, or 0 where it is not seen. */
  int status(Object response) throws Throwable;
}
