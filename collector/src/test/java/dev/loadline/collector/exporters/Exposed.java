package dev.loadline.collector.exporters;

import static java.util.stream.Collectors.joining;

import dev.loadline.collector.Catalogues;
import dev.loadline.collector.catalogue.Catalogue;
import dev.loadline.collector.catalogue.Provenance;
import dev.loadline.collector.catalogue.Reading;
import dev.loadline.collector.catalogue.Recognition;
import dev.loadline.collector.exposition.Exposition;
import dev.loadline.collector.exposition.Format;
import dev.loadline.collector.exposition.Limits;
import dev.loadline.collector.exposition.MalformedException;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Series.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;

/** What the built-in tables make of an exposition. */
record Exposed(Recognition recognition) {
  private static final Catalogue BUILT_IN = Catalogues.builtIn();

  /**
   * @param file below the test resources' {@code expositions}
   */
  static Exposed in(String file) {
    return of(text(file));
  }

  static Exposed of(String exposition) {
    try {
      return new Exposed(
          BUILT_IN.recognise(
              Exposition.parse(
                  exposition.getBytes(StandardCharsets.UTF_8), format(exposition), Limits.STANDARD),
              "orders",
              "10.0.0.7:9100",
              1_000));
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String text(String file) {
    try (InputStream in =
        Objects.requireNonNull(
            Exposed.class.getResourceAsStream("/expositions/" + file), () -> "no " + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line for each sample but the buckets, in the order of the alphabet. */
  String signals() {
    return recognition.readings().stream()
        .filter(reading -> reading.sample().series().part() != Part.BUCKET)
        .map(Exposed::line)
        .sorted()
        .collect(joining("\n", "", "\n"));
  }

  /** How many buckets there are of a histogram. */
  long buckets(String resource, String signal) {
    return recognition.samples().stream()
        .map(Sample::series)
        .filter(series -> series.part() == Part.BUCKET)
        .filter(series -> series.resource().toString().equals(resource))
        .filter(series -> series.signal().label().equals(signal))
        .count();
  }

  SortedSet<String> unrecognised() {
    return recognition.unrecognised();
  }

  private static String line(Reading reading) {
    Series series = reading.sample().series();
    String part =
        series.part() == Part.VALUE ? "" : "." + series.part().name().toLowerCase(Locale.ROOT);
    String labels = series.labels().isEmpty() ? "" : " " + series.labels();
    String how =
        reading.provenance() == Provenance.PUBLISHED ? "" : " " + reading.provenance().label();
    return "%s %s%s%s = %s (%s%s)"
        .formatted(
            series.resource(),
            series.signal().label(),
            part,
            labels,
            reading.sample().value(),
            series.sensor(),
            how);
  }

  private static Format format(String exposition) {
    return exposition.stripTrailing().endsWith("# EOF") ? Format.OPEN_METRICS : Format.TEXT;
  }
}
