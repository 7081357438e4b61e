package dev.loadline.collector.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.loadline.collector.scrape.ScrapeException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnzipTest {

  @Test
  void givesBackWhatWasZipped() throws IOException, ScrapeException {
    String text = "a 1\n".repeat(50_000);

    assertThat(new String(Unzip.all(RawServer.zipped(text), 200_000), StandardCharsets.UTF_8))
        .isEqualTo(text);
  }

  @Test
  void oneByteBeyondTheLimitIsRefused() throws IOException {
    assertThat(refusal(RawServer.zipped("a 1\n".repeat(50_000)), 199_999).reason())
        .isEqualTo(Reason.BODY_LIMIT);
  }

  @Test
  void upToAMebibyteMayShrinkAsItLikes() throws IOException, ScrapeException {
    assertThat(Unzip.all(RawServer.zipped(" ".repeat(1 << 20)), 16 << 20)).hasSize(1 << 20);
    assertThat(refusal(RawServer.zipped(" ".repeat((1 << 20) + 1)), 16 << 20).reason())
        .isEqualTo(Reason.RATIO_LIMIT);
  }

  @Test
  void aChangedByteIsFoundOut() throws IOException {
    byte[] zipped = RawServer.zipped("a 1\nb 2\n");
    zipped[zipped.length - 5] ^= 1;

    assertThat(refusal(zipped, 1_000)).hasMessage("Corrupt GZIP trailer");
  }

  /** Cut or changed anywhere: refused with a reason, never anything else. */
  @Test
  void anyBytesAreReadOrRefused() throws IOException {
    Random random = new Random(4);
    byte[] good = RawServer.zipped("pool_size{pool=\"orders\"} 15\n".repeat(20));
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 1));
      for (int flips = random.nextInt(3); flips > 0 && bytes.length > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(Unzip.all(bytes, 10_000)).hasSizeLessThanOrEqualTo(10_000);
      } catch (ScrapeException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(15_000);
  }

  private static ScrapeException refusal(byte[] zipped, int limit) {
    return catchThrowableOfType(ScrapeException.class, () -> Unzip.all(zipped, limit));
  }
}
