package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** How to read the commands of a library that talks to Redis, without running user code. */
public interface Commands {

  /** The server's host, a String or the address of a socket; null where it is not seen. */
  @Nullable Object host(Object connection) throws Throwable;

  /** The server's port. */
  int port(Object connection) throws Throwable;

  /**
   * The command's name, e.g. GET; null if it is not to be measured.
   *
   * @param command the first thing that the connection is given
   * @param arguments the second, if there is one
   */
  @Nullable String name(Object command, @Nullable Object arguments) throws Throwable;

  /** The key of this number, from 0, of what the command was given; null if it cannot be read. */
  @Nullable Object key(Object command, int number) throws Throwable;

  /** Whether one of several values that were asked for is there. */
  boolean there(@Nullable Object value) throws Throwable;
}
