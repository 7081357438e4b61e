package dev.loadline.lab.starts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CountTest {

  private static final End BARE = new End(OptionalInt.of(7), "seven\n");

  @Test
  void aStartMayEndOnlyAsItDoesWithoutTheAgent() {
    Count count = new Count(BARE);
    count.add(new End(OptionalInt.of(7), "seven\n"));
    assertThat(count.holds()).isTrue();
    count.add(new End(OptionalInt.empty(), "seven\n"));
    count.add(new End(OptionalInt.of(0), "seven\n"));
    count.add(new End(OptionalInt.of(7), "loadline was here\n"));
    assertThat(count.holds()).isFalse();
    assertThat(count.starts()).isEqualTo(4);
    assertThat(count.hung()).isEqualTo(1);
    assertThat(count.otherExit()).isEqualTo(1);
    assertThat(count.otherOutput()).isEqualTo(1);
  }

  @Test
  void whatHangsWithoutTheAgentProvesNothing() {
    assertThat(new Count(new End(OptionalInt.empty(), "")).holds()).isFalse();
  }

  @Test
  void thereAreTenShapesWithNamesOfTheirOwn() {
    assertThat(Shape.all()).extracting(Shape::name).doesNotHaveDuplicates().hasSize(10);
  }

  @Test
  void loadersHoldOnlyWhereMemorySufficedAndTheClassWasHooked() {
    OptionalInt good = OptionalInt.of(0);
    assertThat(new Loaders.Outcome(good, 1, true, "").holds()).isTrue();
    assertThat(new Loaders.Outcome(good, 1, false, "").holds()).isFalse();
    assertThat(new Loaders.Outcome(OptionalInt.of(1), 1, true, "").holds()).isFalse();
    String trouble = Loaders.trouble("a\njava.lang.OutOfMemoryError: Metaspace\nb\n");
    assertThat(trouble).isEqualTo("java.lang.OutOfMemoryError: Metaspace");
    assertThat(new Loaders.Outcome(good, 1, true, trouble).holds()).isFalse();
  }
}
