package dev.loadline.collector.catalogue;

import dev.loadline.collector.yaml.Default;
import java.util.Map;

/**
 * What one metric of an exporter means.
 *
 * @param signal a histogram's entry stands for its {@code _count}, {@code _sum} and {@code _bucket}
 * @param resource {@code pool/{pool}}: labels in braces are filled in, and have to be there
 * @param factor what a published value is multiplied with, 1e-9 for nanoseconds
 * @param except labels and values of points that this entry does not mean
 * @param otherwise why those are dropped
 * @param sum whether points that differ only in labels which no signal keeps are added up
 */
record Entry(
    SignalName signal,
    ResourcePattern resource,
    @Default("1") double factor,
    @Default("{}") Map<String, String> except,
    @Default("excluded by the table") String otherwise,
    @Default("false") boolean sum,
    @Default("published") Provenance provenance) {

  Entry {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("a factor is above zero");
    }
  }

  boolean excludes(Map<String, String> labels) {
    return !except.isEmpty() && labels.entrySet().containsAll(except.entrySet());
  }
}
