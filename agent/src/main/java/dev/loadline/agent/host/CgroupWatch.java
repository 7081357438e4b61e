package dev.loadline.agent.host;

import java.io.File;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads the control groups of this process; where they are is looked up once a minute. */
public final class CgroupWatch {

  private static final long KEPT = TimeUnit.MINUTES.toNanos(1);

  private final File root;
  private boolean begun;
  private long since;
  private @Nullable Hierarchy cpu;
  private @Nullable Hierarchy usage;
  private @Nullable Hierarchy memory;

  /** Reads below {@code root}, which is {@code /} but in tests. */
  public CgroupWatch(File root) {
    this.root = root;
  }

  /** What they grant now. */
  public Cgroup read(long now) {
    if (!begun || now - since > KEPT) {
      begun = true;
      since = now;
      cpu = Hierarchy.of(root, "cpu");
      usage = Hierarchy.of(root, "cpuacct");
      memory = Hierarchy.of(root, "memory");
    }
    return new Cgroup(cpu, usage, memory);
  }
}
