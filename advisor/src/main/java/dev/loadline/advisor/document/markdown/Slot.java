package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.unit.Dimension;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a quantity stands in a model.
 *
 * @param quantity with groups that the path may take up
 * @param path {@code resources.pool.size}
 * @param whole whether the model takes a whole number without a unit there
 */
record Slot(Pattern quantity, String path, Dimension dimension, boolean whole) {
  private static final List<Slot> ALL =
      List.of(
          count("instances", "service.instances"),
          count("autoscaling\\.maximum", "service.max_instances"),
          count("instance\\.cpu", "service.cores"),
          of("instance\\.memory", "service.memory", Dimension.DATA),
          of("instance\\.network", "service.network", Dimension.DATA_RATE),
          of("response\\.average", "service.response", Dimension.TIME),
          count("pool\\.size", "resources.pool.size"),
          count("pool\\.overflow", "resources.pool.overflow"),
          count("pool\\.minimum", "resources.pool.min_idle"),
          of("pool\\.timeout", "resources.pool.timeout", Dimension.TIME),
          of("pool\\.recycle", "resources.pool.recycle", Dimension.TIME),
          of("pool\\.hold", "resources.pool.hold", Dimension.TIME),
          count("workers", "resources.workers.processes"),
          count("threads", "resources.workers.concurrency"),
          count("worker\\.concurrency", "resources.workers.concurrency"),
          count("celery\\.(?:workers|concurrency)", "resources.celery.processes"),
          count("celery\\.prefetch", "resources.celery.prefetch"),
          count("celery\\.tasks_per_child", "resources.celery.tasks_per_child"),
          count("redis\\.connections", "resources.redis-pool.size"),
          of("ratelimit\\.(\\w+)", "resources.ratelimit.classes.$1.limit", Dimension.RATE),
          count("cache\\.hit_rate", "resources.cache.hit_rate"),
          of("cache\\.(\\w+)\\.ttl", "resources.cache.ttl.$1", Dimension.TIME),
          count("writer\\.concurrency", "resources.writer.concurrency"),
          new Slot(
              Pattern.compile("(?:postgres|mysql|mongodb|database)\\.max_connections"),
              "servers.database.max_connections",
              Dimension.NONE,
              true),
          new Slot(Pattern.compile("replicas"), "servers.database.replicas", Dimension.NONE, true),
          new Slot(
              Pattern.compile("postgres\\.reserved_connections"),
              "servers.database.reserved",
              Dimension.NONE,
              true),
          of("user\\.rate\\.(\\w+)", "users.profiles.$1.rate", Dimension.RATE),
          of("scenario\\.(\\w+)\\.rate", "users.profiles.$1.rate", Dimension.RATE),
          of("user\\.queries", "users.profiles.average.rate", Dimension.RATE),
          of("user\\.memory", "users.per_user.memory", Dimension.DATA),
          count("user\\.cpu", "users.per_user.cpu"),
          of("user\\.network", "users.per_user.network", Dimension.DATA_RATE),
          of("slo\\.response_p95", "objectives.p95", Dimension.TIME),
          of("slo\\.response_p99", "objectives.p99", Dimension.TIME));

  private static Slot count(String quantity, String path) {
    return of(quantity, path, Dimension.NONE);
  }

  private static Slot of(String quantity, String path, Dimension dimension) {
    return new Slot(Pattern.compile(quantity), path, dimension, false);
  }

  /** The slot for a quantity with its path filled in. */
  static Optional<Slot> find(String quantity) {
    for (Slot slot : ALL) {
      Matcher matcher = slot.quantity.matcher(quantity);
      if (matcher.matches()) {
        String path = matcher.replaceFirst(slot.path);
        return Optional.of(new Slot(slot.quantity, path, slot.dimension, slot.whole));
      }
    }
    return Optional.empty();
  }
}
