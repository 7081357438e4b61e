package dev.loadline.collector.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.collector.exposition.Point;
import dev.loadline.collector.ingest.Assembly.Whole;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AssemblyTest {
  private final Assembly assembly = new Assembly(3);

  @Test
  void partsOfOneReadingComeTogether() {
    assertThat(only(assembly.add(List.of(offer("a", 1, 10)))).continued()).isFalse();

    Whole whole = only(assembly.add(List.of(offer("b", 1, 20))));

    assertThat(whole.continued()).isTrue();
    assertThat(whole.points()).extracting(Point::name).containsExactly("a", "b");
  }

  @Test
  void theFirstOfTwoValuesStays() {
    assembly.add(List.of(offer("a", 1, 10)));

    assertThat(only(assembly.add(List.of(offer("a", 1, 99)))).points())
        .extracting(Point::value)
        .containsExactly(10.0);
  }

  @Test
  void timesAndProcessesAreApart() {
    assertThat(
            assembly.add(
                List.of(
                    offer("a", 1, 10),
                    offer("a", 2, 10),
                    new Offer("orders", "b:1", offer("a", 1, 10).point()))))
        .hasSize(3)
        .noneMatch(Whole::continued);
  }

  @Test
  void theReadingThatRestedLongestIsForgottenFirst() {
    assembly.add(List.of(offer("a", 1, 10), offer("b", 1, 10)));
    assembly.add(List.of(offer("a", 2, 10)));
    assembly.add(List.of(offer("c", 1, 10)));

    assertThat(only(assembly.add(List.of(offer("b", 2, 10)))).continued()).isFalse();
  }

  private static Whole only(List<Whole> wholes) {
    assertThat(wholes).hasSize(1);
    return wholes.get(0);
  }

  private static Offer offer(String name, long epochMillis, double value) {
    return new Offer(
        "orders", "a:1", new Point(name, Map.of(), value, OptionalLong.of(epochMillis)));
  }
}
