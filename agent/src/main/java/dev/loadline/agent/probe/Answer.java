package dev.loadline.agent.probe;

/** How to read what a server writes as the answer to a request, part by part. */
public interface Answer {

  /** The status with which a final answer begins, or 0 if this is no such beginning. */
  int begins(Object part) throws Throwable;

  /** Whether this is the last part of an answer. */
  boolean ends(Object part);
}
