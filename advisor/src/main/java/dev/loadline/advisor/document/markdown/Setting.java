package dev.loadline.advisor.document.markdown;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting that libraries, servers and orchestrators know, by the end of its key: {@code
 * spring.datasource.hikari.maximum-pool-size}, {@code maximumPoolSize} and {@code
 * SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE} are one.
 *
 * @param key the end of the key, lower case, without dashes and underscores
 * @param where what the key's path or what stands above must mention; empty where nothing must
 * @param unit empty where the value brings it
 */
record Setting(String key, String where, String quantity, String unit) {
  private static final List<Setting> KNOWN =
      List.of(
          new Setting("hikari.connectiontimeout", "", "pool.timeout", "milliseconds"),
          new Setting("connectiontimeout", "hikari", "pool.timeout", "milliseconds"),
          new Setting("maxlifetime", "", "pool.recycle", "milliseconds"),
          new Setting("maximumpoolsize", "", "pool.capacity", "connections"),
          new Setting("defaultpoolsize", "", "pgbouncer.default_pool_size", "connections"),
          new Setting("reservepoolsize", "", "pgbouncer.reserve_pool", "connections"),
          new Setting("maxclientconn", "", "pgbouncer.max_client_connections", "connections"),
          new Setting("maxdbconnections", "", "pgbouncer.max_db_connections", "connections"),
          new Setting("maxpoolsize", "", "pool.capacity", "connections"),
          new Setting("poolmaxsize", "", "pool.capacity", "connections"),
          new Setting("poolmax", "", "pool.capacity", "connections"),
          new Setting("minpoolsize", "", "pool.minimum", "connections"),
          new Setting("minimumidle", "", "pool.minimum", "connections"),
          new Setting("poolmin", "", "pool.minimum", "connections"),
          new Setting(
              "poolsize",
              "redis\\.(?:options|newclient|newclusterclient|connectionpool)",
              "redis.connections",
              "connections"),
          new Setting("poolmaxconns", "", "pool.capacity", "connections"),
          new Setting("poolminconns", "", "pool.minimum", "connections"),
          new Setting("poolsize", "", "pool.size", "connections"),
          new Setting("maxoverflow", "", "pool.overflow", "connections"),
          new Setting("pooltimeout", "", "pool.timeout", "seconds"),
          new Setting("poolrecycle", "", "pool.recycle", "seconds"),
          new Setting("serverselectiontimeoutms", "", "pool.selection_timeout", "milliseconds"),
          new Setting("sockettimeoutms", "", "pool.socket_timeout", "milliseconds"),
          new Setting("waitqueuetimeoutms", "", "pool.timeout", "milliseconds"),
          new Setting("acquiretimeoutmillis", "", "pool.timeout", "milliseconds"),
          new Setting("connectiontimeoutmillis", "", "pool.timeout", "milliseconds"),
          new Setting("connectionlimit", "", "pool.capacity", "connections"),
          new Setting("maxopenconns", "", "pool.capacity", "connections"),
          new Setting("maxtotal", "pool|datasource|dbcp", "pool.capacity", "connections"),
          new Setting("maxactive", "pool|datasource|dbcp", "pool.capacity", "connections"),
          new Setting("max", "\\bpool|knex|pg\\.", "pool.capacity", "connections"),
          new Setting("min", "\\bpool|knex|pg\\.", "pool.minimum", "connections"),
          new Setting("webconcurrency", "", "workers", "workers"),
          new Setting("uvicornworkers", "", "workers", "workers"),
          new Setting("gunicornworkers", "", "workers", "workers"),
          new Setting("workerprocesses", "", "workers", "workers"),
          new Setting("workerconnections", "", "worker.connections", "connections"),
          new Setting("celerydconcurrency", "", "celery.concurrency", "processes"),
          new Setting("workerconcurrency", "celery", "celery.concurrency", "processes"),
          new Setting("workerconcurrency", "", "jobs.concurrency", "tasks"),
          new Setting("maxrequests", "gunicorn", "workers.max_requests", "requests"),
          new Setting("timeout", "gunicorn", "request.timeout", "seconds"),
          new Setting("prefetchmultiplier", "", "celery.prefetch", "tasks"),
          new Setting("maxtasksperchild", "", "celery.tasks_per_child", "tasks"),
          new Setting("workers", "", "workers", "workers"),
          new Setting("threads.max", "", "threads", "threads"),
          new Setting("maxthreads", "", "threads", "threads"),
          new Setting("uvthreadpoolsize", "", "threads", "threads"),
          new Setting("threads", "", "threads", "threads"),
          new Setting("maxconnections", "redis|elasticache", "redis.connections", "connections"),
          new Setting("maxconnections", "postgres|rds", "postgres.max_connections", "connections"),
          new Setting("maxconnections", "mysql|mariadb", "mysql.max_connections", "connections"),
          new Setting("maxconnections", "mongo", "mongodb.max_connections", "connections"),
          new Setting("server.tomcat.maxconnections", "", "server.max_connections", "connections"),
          new Setting("acceptcount", "", "server.accept_count", "connections"),
          new Setting(
              "superuserreservedconnections", "", "postgres.reserved_connections", "connections"),
          new Setting("sharedbuffers", "", "postgres.shared_buffers", ""),
          new Setting("workmem", "", "postgres.work_mem", ""),
          new Setting("maxclients", "redis", "redis.max_connections", "connections"),
          new Setting("hits", "", "", ""),
          new Setting("minreplicas", "", "autoscaling.minimum", "instances"),
          new Setting("maxreplicas", "", "autoscaling.maximum", "instances"),
          new Setting("readreplicas", "", "replicas", "replicas"),
          new Setting("replicas", "", "instances", "instances"),
          new Setting("replicacount", "", "instances", "instances"),
          new Setting("desiredcount", "", "instances", "instances"),
          new Setting("minsize", "autoscal|asg", "autoscaling.minimum", "instances"),
          new Setting("maxsize", "autoscal|asg", "autoscaling.maximum", "instances"),
          new Setting("mincapacity", "", "autoscaling.minimum", "instances"),
          new Setting("maxcapacity", "", "autoscaling.maximum", "instances"),
          new Setting("targetcpuutilization", "", "autoscaling.cpu", "percent"),
          new Setting("targetcpuutilizationpercentage", "", "autoscaling.cpu", "percent"),
          new Setting("averageutilization", "", "autoscaling.cpu", "percent"),
          new Setting("maxsurge", "", "rollout.surge", ""),
          new Setting("maxunavailable", "", "rollout.unavailable", ""),
          new Setting("shards", "redis|elasticache", "redis.shards", "shards"),
          new Setting("limits.cpus", "", "instance.cpu", "cores"),
          new Setting("limits.cpu", "", "instance.cpu", "cores"),
          new Setting("limits.memory", "", "instance.memory", ""),
          new Setting("requests.cpu", "", "instance.cpu_requested", "cores"),
          new Setting("requests.memory", "", "instance.memory_requested", ""),
          new Setting("ratelimitperminute", "", "ratelimit.per_client", "requests/minute"),
          new Setting("ratelimitpersecond", "", "ratelimit.per_client", "requests/second"),
          new Setting("ratelimitwindowms", "", "ratelimit.window", "milliseconds"),
          new Setting("burst", "limit_req", "ratelimit.burst", "requests"),
          new Setting("requestsperminute", "", "ratelimit.per_client", "requests/minute"),
          new Setting("pagesize", "", "page.default", "items"),
          new Setting("defaultpagesize", "", "page.default", "items"),
          new Setting("maxpagesize", "", "page.maximum", "items"),
          new Setting("cachettl", "", "cache.ttl", "seconds"),
          new Setting("requesttimeout", "", "request.timeout", "seconds"),
          new Setting("requesttimeoutms", "", "request.timeout", "milliseconds"));

  /**
   * @param path the key with the keys above it, {@code deploy.replicas}
   * @param around what stands in the same listing and above it, lower case
   * @return null where nobody knows it
   */
  static @Nullable Setting find(String path, String around) {
    String key = Plain.lower(path).replaceAll("[-_]", "");
    Setting found = null;
    for (Setting setting : KNOWN) {
      if (ends(key, setting.key)
          && (setting.where.isEmpty()
              || Pattern.compile(setting.where).matcher(Plain.lower(path) + " " + around).find())
          && (found == null || setting.key.length() > found.key.length())) {
        found = setting;
      }
    }
    return found == null || found.quantity.isEmpty() ? null : found;
  }

  /** Environment variables run the words together, so that any end may be a key of two words. */
  private static boolean ends(String key, String end) {
    if (key.equals(end) || key.endsWith("." + end)) {
      return true;
    }
    return end.length() >= 8 && key.endsWith(end);
  }
}
