package dev.loadline.collector.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  private final Numbers numbers = new Numbers();

  @Test
  void everyDecimalIsReadAsJavaReadsIt() {
    Random random = new Random(17);
    for (int i = 0; i < 200_000; i++) {
      String text = decimal(random);
      assertThat(read(text, true)).as(text).isEqualTo(text.length());
      assertThat(numbers.value()).as(text).isEqualTo(Double.parseDouble(text));
    }
  }

  @Test
  void everyDoubleIsReadBack() {
    Random random = new Random(18);
    for (int i = 0; i < 200_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      String text = Double.toString(Double.isFinite(value) ? value : random.nextDouble());
      read(text, true);
      assertThat(Double.toString(numbers.value())).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1e999", "1d", "0.1234567890123456789", "NaN", "1e-999", "-", "1e"})
  void aNumberThatIsOnlyCheckedIsRefusedAlike(String text) {
    assertThat(read(text, false)).isEqualTo(read(text, true));
  }

  private int read(String text, boolean exact) {
    return numbers.read((text + "\n").getBytes(StandardCharsets.UTF_8), 0, exact);
  }

  private static String decimal(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
    digits(text, 1 + random.nextInt(18), random);
    if (random.nextBoolean()) {
      digits(text.append('.'), random.nextInt(12), random);
    }
    if (random.nextInt(3) == 0) {
      text.append(random.nextBoolean() ? "e" : "E-").append(random.nextInt(40));
    }
    return text.toString();
  }

  private static void digits(StringBuilder text, int count, Random random) {
    for (int i = 0; i < count; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
  }
}
