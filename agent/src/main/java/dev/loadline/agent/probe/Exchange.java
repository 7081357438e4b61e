package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** How to read a request from the object that a server's handler method gets. */
public interface Exchange {

  /** The request method, e.g. GET. */
  @Nullable String method(Object exchange) throws Throwable;

  /** The pattern that the server matched; never the path that was asked for, which has no end. */
  @Nullable String route(Object exchange) throws Throwable;

  /** The response status, or 0 or less where none was sent. */
  int status(Object exchange) throws Throwable;
}
