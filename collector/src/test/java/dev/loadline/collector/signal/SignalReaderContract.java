package dev.loadline.collector.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.signal.Series.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every reader of signals does, whatever keeps them. */
public interface SignalReaderContract {
  Series LIMIT =
      new Series("orders", "a:1", "agent", Resource.parse("pool/orders-db"), Signal.LIMIT);
  Series BUCKET =
      new Series(
          "orders",
          "a:1",
          "agent",
          Resource.parse("requests/http"),
          Signal.HOLD,
          Part.BUCKET,
          new TreeMap<>(Map.of("le", "+Inf", "route", "/orders/{id}?\"x\",\n=", "status", "")));
  Series OTHER = new Series("billing", "b:1", "agent", Resource.parse("pool/b"), Signal.LIMIT);

  /** A reader that has exactly these samples. */
  SignalReader reader(List<Sample> samples);

  @Test
  default void knowsNothingAtFirst() {
    SignalReader reader = reader(List.of());

    assertThat(reader.services()).isEmpty();
    assertThat(reader.series("orders")).isEmpty();
    assertThat(reader.read("orders", Instant.EPOCH, Instant.MAX.minusSeconds(1))).isEmpty();
  }

  @Test
  default void servicesAreSorted() {
    assertThat(reader(List.of(at(LIMIT, 1, 15), at(OTHER, 1, 5))).services())
        .containsExactly("billing", "orders");
  }

  @Test
  default void seriesAreThoseOfTheService() {
    assertThat(
            reader(List.of(at(LIMIT, 1, 15), at(BUCKET, 1, 3), at(OTHER, 1, 5))).series("orders"))
        .containsExactlyInAnyOrder(LIMIT, BUCKET);
  }

  @Test
  default void everyPartOfASeriesComesBackAsItWas() {
    List<Line> lines = read(reader(List.of(at(BUCKET, 1, 3))), "orders", 0, 10);

    assertThat(lines).singleElement().extracting(Line::series).isEqualTo(BUCKET);
  }

  @Test
  default void samplesComeInTimeOrderHoweverTheyWereWritten() {
    List<Line> lines =
        read(
            reader(List.of(at(LIMIT, 30, 3), at(LIMIT, 10, 1), at(LIMIT, 20, 2))), "orders", 0, 99);

    assertThat(values(lines)).containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  default void fromIsInsideAndToIsOutside() {
    SignalReader reader = reader(List.of(at(LIMIT, 10, 1), at(LIMIT, 20, 2), at(LIMIT, 30, 3)));

    assertThat(values(read(reader, "orders", 10, 30))).containsExactly(1.0, 2.0);
  }

  @Test
  default void lineWithoutASampleInTheRangeIsLeftOut() {
    SignalReader reader = reader(List.of(at(LIMIT, 10, 1), at(BUCKET, 99, 2)));

    assertThat(read(reader, "orders", 0, 50)).extracting(Line::series).containsExactly(LIMIT);
  }

  @Test
  default void otherServicesAreNotRead() {
    assertThat(read(reader(List.of(at(OTHER, 10, 1))), "orders", 0, 99)).isEmpty();
  }

  @Test
  default void theFirstOfTwoValuesForOneTimeStays() {
    SignalReader reader = reader(List.of(at(LIMIT, 10, 1), at(LIMIT, 10, 2)));

    assertThat(values(read(reader, "orders", 0, 99))).containsExactly(1.0);
  }

  @Test
  default void aCounterThatFellIsNotRepaired() {
    SignalReader reader = reader(List.of(at(LIMIT, 10, 5), at(LIMIT, 20, 1)));

    assertThat(values(read(reader, "orders", 0, 99))).containsExactly(5.0, 1.0);
  }

  @Test
  default void longLinesComeWhole() {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      samples.add(at(LIMIT, i, i));
    }

    assertThat(read(reader(samples), "orders", 0, 1_000))
        .singleElement()
        .extracting(Line::size)
        .isEqualTo(1_000);
  }

  private static Sample at(Series series, long epochMillis, double value) {
    return new Sample(series, epochMillis, value);
  }

  private static List<Line> read(SignalReader reader, String service, long from, long to) {
    return reader.read(service, Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
  }

  private static List<Double> values(List<Line> lines) {
    List<Double> values = new ArrayList<>();
    for (Line line : lines) {
      for (int i = 0; i < line.size(); i++) {
        values.add(line.value(i));
      }
    }
    return values;
  }
}
