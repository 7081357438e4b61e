package dev.loadline.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

class CgroupTest {

  private static Cgroup tree(String name) {
    return new CgroupWatch(new File("src/test/resources/host", name)).read(0);
  }

  @Test
  void theTightestLimitOfTheChainHoldsWithTheUseOfItsGroup() {
    Cgroup group = tree("v2");
    assertThat(group.cores()).as("max, 1.5 and 4, inside out").isEqualTo(1.5);
    assertThat(group.cpuSeconds()).isEqualTo(7.5);
    assertThat(group.periods()).isEqualTo(300);
    assertThat(group.throttledPeriods()).isEqualTo(12);
    assertThat(group.throttledSeconds()).isEqualTo(2.5);
    assertThat(group.memoryLimit()).as("max, 1 GiB and 512 MiB").isEqualTo(512L << 20);
    assertThat(group.memoryInUse()).isEqualTo(419_430_400L - 19_430_400L);
  }

  @Test
  void aContainerOfVersionOneSeesItsOwnGroupUnderThePathOfTheHost() {
    Cgroup group = tree("v1");
    assertThat(group.cores()).isEqualTo(0.5);
    assertThat(group.cpuSeconds()).isEqualTo(4.25);
    assertThat(group.periods()).isEqualTo(80);
    assertThat(group.throttledPeriods()).isEqualTo(20);
    assertThat(group.throttledSeconds()).isEqualTo(1.5);
    assertThat(group.memoryLimit()).isEqualTo(256L << 20);
    assertThat(group.memoryInUse()).isEqualTo(200_000_000L);
  }

  @Test
  void withoutLimitsThereAreNone() {
    Cgroup group = tree("v1-free");
    assertThat(group.cores()).isNull();
    assertThat(group.throttledSeconds()).isNull();
    assertThat(group.memoryLimit()).isNull();
    assertThat(group.memoryInUse()).isEqualTo(4000);
  }

  @Test
  void whereThereAreNoGroupsNothingIsSaid() {
    Cgroup group = tree("nowhere");
    assertThat(group.cores()).isNull();
    assertThat(group.cpuSeconds()).isNull();
    assertThat(group.memoryLimit()).isNull();
    assertThat(group.memoryInUse()).isNull();
  }
}
