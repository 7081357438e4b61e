package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.yaml.Default;
import org.jspecify.annotations.Nullable;

/**
 * A signal that nobody publishes but that others give away. One that is published is never
 * replaced.
 *
 * @param signal a gauge or a counter
 * @param resource filled from the labels of the operands
 * @param formula over keys of the same table, metrics as well as ignored ones; several points of
 *     one resource are added up before
 * @param of a key of the table whose points say which resources there are; the first operand where
 *     left out
 * @param whole whether the figure is a count, so that 14.9999 is 15
 */
record Derived(
    SignalName signal,
    ResourcePattern resource,
    FormulaText formula,
    @Nullable String of,
    @Default("false") boolean whole,
    @Default("derived") Provenance provenance) {

  Derived {
    if (signal.signal().type() == Signal.Type.HISTOGRAM) {
      throw new IllegalArgumentException("a histogram is not derived");
    }
    if (of == null && formula.formula().operands().isEmpty()) {
      throw new IllegalArgumentException("say with 'of' which metric has the resources");
    }
  }
}
