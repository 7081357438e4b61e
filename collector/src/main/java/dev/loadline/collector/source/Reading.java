package dev.loadline.collector.source;

import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one reading gave. A line without labels is the whole, those with labels are parts of it.
 *
 * @param values each resource, signal and set of labels once
 * @param notes what is missing and why, and what is worth a warning; each is one sentence
 */
public record Reading(Map<Measure, Double> values, List<String> notes) {
  static final Reading NOTHING = new Reading(Map.of(), List.of());

  /** What was measured. */
  record Measure(Resource resource, Signal signal, Part part, SortedMap<String, String> labels) {}

  List<Sample> samples(Origin origin, long epochMillis) {
    return values.entrySet().stream()
        .map(value -> new Sample(series(origin, value.getKey()), epochMillis, value.getValue()))
        .toList();
  }

  private static Series series(Origin origin, Measure measure) {
    return new Series(
        origin.service(),
        origin.instance(),
        origin.sensor(),
        measure.resource,
        measure.signal,
        measure.part,
        measure.labels);
  }

  /** Gathers a reading. */
  static final class Builder {
    private final Map<Measure, Double> values = new LinkedHashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();

    Builder put(Resource resource, Signal signal, double value) {
      return add(resource, signal, Map.of(), value);
    }

    /** Adds to what these labels have already; what is no figure is left out, with a note. */
    Builder add(Resource resource, Signal signal, Map<String, String> labels, double value) {
      if (!Double.isFinite(value) || value < 0) {
        return note("%s %s was left out: it read %s".formatted(resource, signal.label(), value));
      }
      return merge(new Measure(resource, signal, Part.VALUE, new TreeMap<>(labels)), value);
    }

    /** Both parts of a histogram of which nobody tells the buckets. */
    Builder total(Resource resource, Signal signal, double seconds, double times) {
      merge(new Measure(resource, signal, Part.COUNT, new TreeMap<>()), times);
      return merge(new Measure(resource, signal, Part.SUM, new TreeMap<>()), seconds);
    }

    private Builder merge(Measure measure, double value) {
      values.merge(measure, value, Double::sum);
      return this;
    }

    Builder note(String sentence) {
      notes.add(sentence);
      return this;
    }

    Reading build() {
      return new Reading(Map.copyOf(values), List.copyOf(notes));
    }
  }
}
