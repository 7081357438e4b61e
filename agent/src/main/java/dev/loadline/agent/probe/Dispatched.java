package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** How to read commands that are objects, are wrapped in others, and end by themselves. */
public interface Dispatched extends Commands {

  /** The innermost command of what was given; null if it is none, or has ended already. */
  @Nullable Object open(Object given) throws Throwable;

  /** The class of the error that the server answered to a command that ended, or empty. */
  String error(Object command) throws Throwable;

  /** Whether the answer is of a form of which it is known whether something was found. */
  boolean legible(Object command) throws Throwable;

  /** What was answered. */
  @Nullable Object answer(Object command) throws Throwable;
}
