package dev.loadline.advisor.check;

import java.util.List;

/**
 * Finds one kind of mistake in a document. A rule is one file, final, named {@code <What>Rule} and
 * found by {@link java.util.ServiceLoader}; rules see what was recomputed, and change nothing.
 */
public interface Rule {

  /** {@code range-hidden-in-a-point}: what people write to silence or to look it up. */
  String name();

  /** What it finds and why that matters, in a sentence or two. */
  String explanation();

  /** A document that has the mistake, as one sentence with figures. */
  String example();

  List<Finding> findings(Subject subject);

  /** Whether it is silent on claims that another rule explains, so that a mistake is told once. */
  default boolean general() {
    return false;
  }
}
