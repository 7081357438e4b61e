package dev.loadline.collector.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.loadline.collector.prometheus.Snappy.BlockException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Held against the library that everybody uses. */
class SnappyTest {
  private static final int LIMIT = 1 << 20;

  @Test
  void readsWhatTheLibraryPacks() throws IOException, BlockException {
    for (int seed = 0; seed < 500; seed++) {
      byte[] plain = plain(new Random(seed));

      assertThat(Snappy.unpack(org.xerial.snappy.Snappy.compress(plain), LIMIT)).isEqualTo(plain);
    }
  }

  @Test
  void packsWhatTheLibraryReads() throws IOException {
    for (int seed = 0; seed < 500; seed++) {
      byte[] plain = plain(new Random(seed));

      assertThat(org.xerial.snappy.Snappy.uncompress(Snappy.pack(plain))).isEqualTo(plain);
    }
  }

  @Test
  void whatRepeatsIsPackedSmall() {
    byte[] plain =
        "loadline_signal_in_use_seconds{service=\"orders\"} "
            .repeat(200)
            .getBytes(StandardCharsets.UTF_8);

    assertThat(Snappy.pack(plain)).hasSizeLessThan(plain.length / 10);
  }

  @Test
  void anythingAtAllDoesNoMoreThanFail() {
    Random random = new Random(5);
    for (int i = 0; i < 50_000; i++) {
      byte[] block = new byte[random.nextInt(40)];
      random.nextBytes(block);
      Throwable thrown = catchThrowable(() -> Snappy.unpack(block, 10_000));
      assertThat(thrown == null || thrown instanceof BlockException)
          .as("%s from %s", thrown, HexFormat.of().formatHex(block))
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ffffffff0f00, says that it unpacks to 4294967295 bytes",
    "80808001, says that it unpacks to 2097152 bytes",
    "808004, says that it unpacks to more than it can",
    "ffffffffff, has no length",
    "'', ends early",
    "0500, ends early",
    "0504616263, ends early",
    "0204616263, ends early",
    "01046162, unpacks to more than it says",
    "0501, ends early",
    "050101, copies from before its beginning",
    "0500610100, copies from before its beginning",
    "0500610102, copies from before its beginning",
    "060061160100, unpacks to more than it says"
  })
  void aBadBlockIsRefused(String hex, String why) {
    assertThatThrownBy(() -> Snappy.unpack(HexFormat.of().parseHex(hex), LIMIT))
        .isInstanceOf(BlockException.class)
        .hasMessage(why);
  }

  private static byte[] plain(Random random) {
    byte[] plain = new byte[random.nextInt(200_000 >> random.nextInt(18))];
    int alphabet = 1 + random.nextInt(60);
    for (int i = 0; i < plain.length; i++) {
      plain[i] =
          i > 100 && random.nextInt(4) > 0
              ? plain[i - 1 - random.nextInt(100)]
              : (byte) random.nextInt(alphabet);
    }
    return plain;
  }
}
