package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/**
 * How to read a request that may go on after the method that began it has returned. It is told from
 * others by one object that stands for it until it is answered.
 */
public interface Request extends Exchange {

  /**
   * The object that stands for the request; it is what the other methods get.
   *
   * @param self the object whose method was called
   * @param argument its first argument, if it has one
   */
  @Nullable Object of(Object self, @Nullable Object argument) throws Throwable;

  /** Whether the request goes on though the method returned. */
  boolean goesOn(Object request) throws Throwable;
}
