package dev.loadline.collector.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of 100 series, every 10 s, through the real store. */
class StoreSizeIT {
  @TempDir Path directory;

  @Test
  void aSampleTakesAtMostTwoBytesOnTheDisk() throws IOException {
    DayOfSignals.Size size = DayOfSignals.write(directory, 100, 42);
    System.out.println(size);

    assertThat(size.samples()).isEqualTo(100 * 8_640);
    assertThat(size.bytesPerSample()).isLessThanOrEqualTo(2.0);
  }
}
