package dev.loadline.collector.source;

import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.source.Reading.Measure;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** A reading as text: {@code server-connections/pg in_use{application=shop}} and its value. */
final class Figures {
  private Figures() {}

  static SortedMap<String, Double> of(Reading reading) {
    SortedMap<String, Double> figures = new TreeMap<>();
    reading.values().forEach((measure, value) -> figures.put(text(measure), value));
    return figures;
  }

  private static String text(Measure measure) {
    String labels = measure.labels().isEmpty() ? "" : measure.labels().toString();
    return measure.resource() + " " + measure.signal().label() + part(measure) + labels;
  }

  private static String part(Measure measure) {
    return measure.part() == Part.VALUE ? "" : "_" + measure.part().name().toLowerCase(Locale.ROOT);
  }
}
