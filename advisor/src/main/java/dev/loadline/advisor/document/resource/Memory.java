package dev.loadline.advisor.document.resource;

/** Where a count, a cache or a session is kept, and so how many of them there are. */
public enum Memory {
  /** In each process's own memory. */
  PROCESS,
  /** Once for each instance. */
  INSTANCE,
  /** Outside, in one place for all: Redis, a database. */
  SHARED
}
