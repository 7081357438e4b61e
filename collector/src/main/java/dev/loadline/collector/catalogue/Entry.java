package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.yaml.Default;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one metric of an exporter means.
 *
 * @param signal a histogram's entry stands for its {@code _count}, {@code _sum} and {@code _bucket}
 * @param resource {@code pool/{pool}}: labels in braces are filled in, and have to be there
 * @param factor what a published value is multiplied with, 1e-9 for nanoseconds
 * @param unit what the value is in where the name does not say; a name that ends in another unit of
 *     the same kind is taken at its word. Names of such entries are written without their unit
 * @param part of a histogram, where a plain counter is all there is: {@code count} or {@code sum}
 * @param except labels and values of points that this entry does not mean
 * @param otherwise why those are dropped
 * @param sum whether points that differ only in labels which no signal keeps are added up
 * @param unlimited the values that mean "no limit"; for limits 0 and below, NaN, 2147483647 and
 *     2^63-1 (9223372036854771712 too) where left out
 */
record Entry(
    SignalName signal,
    ResourcePattern resource,
    @Default("1") double factor,
    @Nullable Unit unit,
    Series.@Nullable Part part,
    @Default("{}") Map<String, String> except,
    @Default("excluded by the table") String otherwise,
    @Default("false") boolean sum,
    @Nullable List<NoLimit> unlimited,
    @Default("published") Provenance provenance) {

  Entry {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("a factor is above zero");
    }
    if (part != null && signal.signal().type() != Signal.Type.HISTOGRAM) {
      throw new IllegalArgumentException("only wait and hold have parts");
    }
  }

  boolean excludes(Map<String, String> labels) {
    return !except.isEmpty() && labels.entrySet().containsAll(except.entrySet());
  }

  /** Why a value gives no sample, if it gives none. */
  Optional<String> unusable(double value) {
    if (unlimited == null) {
      return Values.unusable(signal.signal(), value);
    }
    return unlimited.stream().anyMatch(none -> none.is(value))
        ? Optional.of(Values.NO_LIMIT)
        : Values.impossible(value);
  }
}
