package dev.loadline.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.loadline.collector.source.ProcessSource.Settings;
import dev.loadline.collector.source.SourceException.Reason;
import dev.loadline.collector.yaml.YamlDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Trees as Linux shows them, and this process itself. */
class ProcessSourceTest {
  @TempDir private Path directory;

  @BeforeEach
  void process() throws IOException {
    file(
        "proc/7/limits",
        """
        Limit                     Soft Limit           Hard Limit           Units
        Max open files            1024                 524288               files
        """);
    file("proc/7/fd/0", "");
    file("proc/7/fd/1", "");
    file("proc/7/fd/2", "");
  }

  @Test
  void theTightestLimitOfTheChainHolds() throws Exception {
    file("proc/7/cgroup", "0::/pods/pod1/app\n");
    file("cg/cgroup.controllers", "cpu memory\n");
    file("cg/pods/cpu.max", "max 100000\n");
    file("cg/pods/pod1/cpu.max", "100000 100000\n");
    file("cg/pods/pod1/app/cpu.max", "150000 100000\n");
    file("cg/pods/memory.max", "268435456\n");
    file("cg/pods/pod1/memory.max", "max\n");
    file("cg/pods/pod1/app/memory.max", "536870912\n");
    file("cg/pods/pod1/app/memory.current", "100000000\n");
    file("cg/pods/pod1/app/memory.stat", "anon 60000000\nfile 40000000\ninactive_file 30000000\n");
    file(
        "cg/pods/pod1/app/cpu.stat",
        "usage_usec 12500000\nuser_usec 1\nnr_periods 100\nnr_throttled 20\nthrottled_usec 700000\n");

    assertThat(Figures.of(read()))
        .containsOnly(
            Map.entry("cpu/process limit", 1.0),
            Map.entry("cpu/process in_use_seconds", 12.5),
            Map.entry("cpu/process wait_count", 20.0),
            Map.entry("cpu/process wait_sum", 0.7),
            Map.entry("memory/process limit", 268_435_456.0),
            Map.entry("memory/process in_use", 70_000_000.0),
            Map.entry("descriptors/process limit", 1_024.0),
            Map.entry("descriptors/process in_use", 3.0));
  }

  @Test
  void inAContainerTheRootIsTheGroup() throws Exception {
    file("proc/7/cgroup", "0::/\n");
    file("cg/cgroup.controllers", "cpu memory\n");
    file("cg/cpu.max", "50000 100000\n");
    file("cg/memory.max", "max\n");
    file("cg/memory.current", "5000\n");

    assertThat(Figures.of(read()))
        .containsEntry("cpu/process limit", 0.5)
        .containsEntry("memory/process in_use", 5_000.0)
        .doesNotContainKeys("memory/process limit", "cpu/process in_use_seconds");
  }

  @Test
  void versionOne() throws Exception {
    file("proc/7/cgroup", "4:memory:/app\n3:cpu,cpuacct:/app\n1:name=systemd:/\n");
    file("cg/cpu/app/cpu.cfs_quota_us", "250000\n");
    file("cg/cpu/app/cpu.cfs_period_us", "100000\n");
    file("cg/cpu/app/cpu.stat", "nr_periods 9\nnr_throttled 3\nthrottled_time 500000000\n");
    file("cg/cpu/cpu.cfs_quota_us", "-1\n");
    file("cg/cpu/cpu.cfs_period_us", "100000\n");
    file("cg/cpuacct/app/cpuacct.usage", "3000000000\n");
    file("cg/memory/app/memory.limit_in_bytes", "9223372036854771712\n");
    file("cg/memory/memory.limit_in_bytes", "9223372036854771712\n");
    file("cg/memory/app/memory.usage_in_bytes", "9000\n");
    file("cg/memory/app/memory.stat", "cache 1\ntotal_inactive_file 4000\n");

    assertThat(Figures.of(read()))
        .containsEntry("cpu/process limit", 2.5)
        .containsEntry("cpu/process in_use_seconds", 3.0)
        .containsEntry("cpu/process wait_count", 3.0)
        .containsEntry("cpu/process wait_sum", 0.5)
        .containsEntry("memory/process in_use", 5_000.0)
        .doesNotContainKey("memory/process limit");
  }

  @Test
  void aPathThatLeadsOutIsNotFollowed() throws Exception {
    file("proc/7/cgroup", "0::/../../secret\n");
    file("secret/memory.max", "1\n");
    file("cg/cgroup.controllers", "memory\n");

    assertThat(Figures.of(read())).doesNotContainKey("memory/process limit");
  }

  @Test
  void aProcessThatIsNotThereIsDown() throws Exception {
    SourceException gone =
        catchThrowableOfType(SourceException.class, session("pid: 8\nproc: " + directory)::read);

    assertThat(gone.reason()).isEqualTo(Reason.CONNECT);
    assertThat(gone).hasMessage("there is no process " + directory.resolve("8"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void thisProcessIsRead() throws Exception {
    Path file = Files.writeString(directory.resolve("pid"), ProcessHandle.current().pid() + "\n");

    assertThat(Figures.of(session("pid_file: " + file).read()))
        .hasEntrySatisfying(
            "descriptors/process in_use", number -> assertThat(number).isGreaterThan(5));
  }

  private Reading read() throws SourceException {
    return session(
            "pid: 7\nproc: %s\ncgroup: %s"
                .formatted(directory.resolve("proc"), directory.resolve("cg")))
        .read();
  }

  private static Session session(String more) {
    return new ProcessSource()
        .session(YamlDocument.parse("test", "service: orders\n" + more).bind(Settings.class));
  }

  private void file(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
