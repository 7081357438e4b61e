package dev.loadline.agent;

import dev.loadline.agent.probe.Probe;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The versions of a library that a probe's test runs against. {@link EachVersion} takes them from
 * here, and so does {@code docs/probes.md}: the page says what is tested, and nothing else.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Versions.Several.class)
public @interface Versions {

  /** Where the library is part of the JDK, instead of an artifact. */
  String JDK = "the JDK";

  Class<? extends Probe> probe();

  /** {@code group:artifact}, or {@link #JDK}, whose versions are the Java homes. */
  String artifact();

  /** Versions that are measured, the oldest first; the last one runs on the newest JDK too. */
  String[] works() default {};

  /** Versions that do not fit, which the agent reports as broken and leaves alone. */
  String[] broken() default {};

  /** Several libraries, or several artifacts of one. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Several {
    Versions[] value();
  }
}
