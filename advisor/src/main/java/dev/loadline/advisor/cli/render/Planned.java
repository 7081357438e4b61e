package dev.loadline.advisor.cli.render;

import dev.loadline.advisor.plan.Sizing;
import dev.loadline.advisor.plan.WhatIf;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a plan.
 *
 * @param document what was written, in a sentence
 * @param sizing what a load needs after the changes; null where none was asked about
 */
public record Planned(String document, WhatIf whatIf, @Nullable Sizing sizing) {

  /** Whether the servers refuse the changes, or every way that would carry the load. */
  public boolean refused() {
    return whatIf.refused() != null
        || (sizing != null
            && !sizing.ways().isEmpty()
            && sizing.ways().stream().allMatch(way -> way.refused() != null));
  }
}
