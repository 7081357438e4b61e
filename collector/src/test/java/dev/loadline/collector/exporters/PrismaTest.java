package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Prisma. */
class PrismaTest {
  @Test
  void poolWithoutALimit() {
    Exposed exposed = Exposed.in("written/prisma.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            pool/prisma in_use = 5.0 (prisma)
            pool/prisma wait.count = 40.0 (prisma)
            pool/prisma wait.sum = 0.25 (prisma)
            pool/prisma waiting = 2.0 (prisma)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
