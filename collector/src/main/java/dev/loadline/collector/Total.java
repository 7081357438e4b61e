package dev.loadline.collector;

import dev.loadline.collector.catalogue.Reading;
import dev.loadline.collector.signal.Explanation.Said;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** One signal of one resource over all its labels: shares and peaks the highest, others the sum. */
final class Total {
  private final Reading first;
  private final Map<Series, Sample> latest = new LinkedHashMap<>();

  Total(Reading first) {
    this.first = first;
  }

  void add(Reading reading) {
    latest.merge(
        reading.sample().series(),
        reading.sample(),
        (one, other) -> one.epochMillis() > other.epochMillis() ? one : other);
  }

  String provenance() {
    return first.provenance().label();
  }

  Said said() {
    Series series = first.sample().series();
    Signal signal = series.signal();
    return new Said(
        signal,
        signal.type() == Signal.Type.HISTOGRAM ? mean() : OptionalDouble.of(value(signal)),
        of(Part.COUNT),
        SignalUnits.of(series.resource().kind(), signal),
        first.metric(),
        provenance(),
        series.sensor());
  }

  private double value(Signal signal) {
    return signal == Signal.UTILISATION || signal == Signal.IN_USE_PEAK
        ? latest.values().stream().mapToDouble(Sample::value).max().orElse(0)
        : latest.values().stream().mapToDouble(Sample::value).sum();
  }

  private OptionalDouble mean() {
    OptionalDouble count = of(Part.COUNT);
    OptionalDouble sum = of(Part.SUM);
    return count.isPresent() && sum.isPresent() && count.getAsDouble() > 0
        ? OptionalDouble.of(sum.getAsDouble() / count.getAsDouble())
        : OptionalDouble.empty();
  }

  private OptionalDouble of(Part part) {
    return latest.values().stream()
        .filter(sample -> sample.series().part() == part)
        .mapToDouble(Sample::value)
        .reduce(Double::sum);
  }
}
