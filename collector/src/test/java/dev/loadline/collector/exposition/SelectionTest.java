package dev.loadline.collector.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTest {
  private static final String PAGE =
      """
      pool{p="a"} 1
      pool{p="b"} 2
      other{p="a"} 3
      other{p="b"} 4
      pool{p="c"} 5
      other{p="c"} 6
      {"pool",p="d"} 7
      third 8
      """;

  @Test
  void ofAnUnwantedNameOnlyTheFirstSampleIsGiven() throws MalformedException {
    assertThat(select(PAGE, "pool"::equals).stream().map(Point::value))
        .containsExactly(1.0, 2.0, 3.0, 5.0, 7.0, 8.0);
  }

  @Test
  void eachNameIsAskedForOnce() throws MalformedException {
    List<String> asked = new ArrayList<>();

    select(
        PAGE,
        name -> {
          asked.add(name);
          return false;
        });

    assertThat(asked).containsExactly("pool", "other", "third");
  }

  @Test
  void aFaultOnAnUnwantedLineRefusesTheWhole() {
    assertThat(outcome("pool 1\nother{a=\"b\"} 1\nother{a=\"b} 1\n", "pool"::equals))
        .isEqualTo("line 3, byte 35: no closing '\"'");
  }

  /** Every subset of names gives what is left of all points without the others. */
  @ParameterizedTest
  @MethodSource("pages")
  void whatIsWantedIsReadTheSameWhateverElseIsNot(String page) throws MalformedException {
    List<Point> all = select(page, name -> true);
    for (int chosen = 0; chosen < 8; chosen++) {
      int mask = chosen;
      Predicate<String> wanted = name -> (mask >> (name.hashCode() & 3) & 1) == 1;
      Set<String> seen = new HashSet<>();
      assertThat(select(page, wanted))
          .containsExactlyElementsOf(
              all.stream()
                  .filter(point -> seen.add(point.name()) || wanted.test(point.name()))
                  .toList());
    }
  }

  static List<String> pages() {
    return IntStream.range(0, 50).mapToObj(seed -> new PageMaker(seed).page()).toList();
  }

  private static List<Point> select(String page, Predicate<String> wanted)
      throws MalformedException {
    return Exposition.select(
        page.getBytes(StandardCharsets.UTF_8), Format.TEXT, Limits.STANDARD, wanted);
  }

  private static String outcome(String page, Predicate<String> wanted) {
    try {
      return select(page, wanted).toString();
    } catch (MalformedException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
