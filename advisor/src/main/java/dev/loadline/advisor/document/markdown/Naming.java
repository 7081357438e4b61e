package dev.loadline.advisor.document.markdown;

import org.jspecify.annotations.Nullable;

/** Gives figures of one subject their names. */
interface Naming {

  /**
   * @param scope the case that the figure belongs to, {@code scenario.light}; empty for the service
   * @return null where the figure is of another subject
   */
  @Nullable Name of(Mention mention, String scope);
}
