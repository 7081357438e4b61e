package dev.loadline.agent.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a probe measures and what it leaves out, in short phrases: {@code docs/probes.md} is made of
 * it. The versions stand at the probe's test.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Measures {

  /** What every pool gets whose acquire and release are hooked. */
  String POOL =
      "pool: limit; in use now, at most and as exact integrals; waiting; acquired, timeouts,"
          + " failures; waits and holds as histograms; holds by route";

  /** What a pool of database connections gets besides, where its statements are seen. */
  String BUSY = "busy time: of the holds, that in which statements, commits and rollbacks ran";

  /** What a pool of threads gets. */
  String WORKERS =
      "workers: limit; in use now, at most and as exact integrals; waiting; tasks started,"
          + " rejected; waits in the queue and runs as histograms";

  /** What a cache gets. */
  String CACHE = "cache: hits, misses, entries, limit where there is one";

  /** What a server gets whose requests are followed. */
  String REQUESTS =
      "requests: in flight now, at most and as exact integrals; durations as histograms by method,"
          + " route and status; rejected, which is answered with 429 or 503";

  /** The library, as its authors write it. */
  String of();

  /** What is measured; the first word is the label {@code kind} of the figures. */
  String[] value();

  /** What is not measured. */
  Omits[] omits() default {};

  /** Something that is not measured, and why. */
  @interface Omits {

    /** What is not measured, e.g. {@code "busy time"}. */
    String value();

    /** The rest of the sentence that begins with what is not measured. */
    String because();
  }
}
