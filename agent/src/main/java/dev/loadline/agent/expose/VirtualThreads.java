package dev.loadline.agent.expose;

import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;

/**
 * The carriers of virtual threads, as JDK 24 and later tell of them. To be asked once virtual
 * threads are in use only, for asking makes their scheduler.
 */
final class VirtualThreads {

  private static final String BEAN = "jdk.management.VirtualThreadSchedulerMXBean";
  private static final String[] LABELS = {"workers", "virtual-threads", "jdk-virtual-threads"};

  private VirtualThreads() {}

  static void add(ResourceFamilies resources) {
    try {
      Class<? extends PlatformManagedObject> type =
          Class.forName(BEAN, true, VirtualThreads.class.getClassLoader())
              .asSubclass(PlatformManagedObject.class);
      PlatformManagedObject bean = ManagementFactory.getPlatformMXBean(type);
      long limit = read(type, bean, "getParallelism");
      long mounted = read(type, bean, "getMountedVirtualThreadCount");
      long queued = read(type, bean, "getQueuedVirtualThreadCount");
      if (limit > 0 && mounted >= 0 && queued >= 0) {
        resources.limit((double) limit, LABELS);
        resources.inUse((double) mounted, LABELS);
        resources.waiting((double) queued, LABELS);
      }
    } catch (ReflectiveOperationException | RuntimeException notTold) {
      return;
    }
  }

  private static long read(Class<?> type, Object bean, String getter)
      throws ReflectiveOperationException {
    return ((Number) type.getMethod(getter).invoke(bean)).longValue();
  }
}
