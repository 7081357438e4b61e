package dev.loadline.collector.discovery;

import java.util.Set;

/** Where a discovery tells what it found. */
public interface Findings {

  /** The whole set; what was found before and is not in it is gone. */
  default void found(Set<Target> targets) {
    found(targets, "");
  }

  /**
   * @param reason why the set is not all of what was asked for, and what stands in for it; empty
   *     where it is all
   */
  void found(Set<Target> targets, String reason);

  /** The source could not be asked; what was found last remains. */
  void failed(String reason);
}
