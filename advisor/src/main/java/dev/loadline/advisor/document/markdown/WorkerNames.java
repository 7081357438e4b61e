package dev.loadline.advisor.document.markdown;

import org.jspecify.annotations.Nullable;

/** Workers, threads, instances, servers, replicas. */
final class WorkerNames implements Naming {

  /** What runs beside the service: its machines are not those of the service. */
  private static final String OTHERS =
      "database|postgres|pgbouncer|mysql|redis|mongo|celery|kafka|rabbit|elastic|memcache|haproxy";

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    if (mention.tail().strip().startsWith("prefetch") || mention.labelled("prefetch")) {
      return Name.setting("celery.prefetch", "tasks");
    }
    boolean container = mention.in("containers", "workers", "processes") || mention.bare();
    if (container && mention.labelled("celery|background workers?")) {
      return Name.setting("celery.workers", "");
    }
    if (mention.in("workers") || (mention.labelled("\\bworkers?$|worker process") && container)) {
      return placed("workers", "workers", mention, scope);
    }
    if (mention.in("threads")) {
      return placed("threads", "threads", mention, scope);
    }
    if (mention.in("writers")
        || (mention.labelled("concurrent writ(?:es|ers)") && mention.bare())) {
      return Name.setting("writer.concurrency", "writers");
    }
    return machines(mention, scope);
  }

  private static @Nullable Name machines(Mention mention, String scope) {
    if (mention.in("replicas")) {
      boolean read = mention.says("read") || mention.clause().contains("read replica");
      return placed(read ? "replicas" : "instances", "", mention, scope);
    }
    boolean counted = mention.in("instances", "servers", "nodes", "pods", "containers");
    boolean labelled =
        mention.bare()
            && mention.labelled("^(?:\\w+ )?(?:instances|servers|nodes|pods|replicas|machines)$");
    if (!counted && !labelled) {
      return null;
    }
    String unit = mention.bare() || mention.in("pods", "nodes") ? "instances" : "";
    String words = mention.measure().unit() == null ? "" : mention.measure().unit().words();
    boolean other = Said.in(Plain.lower(words), OTHERS);
    if (other || (mention.labelled(OTHERS) && !mention.labelled("backend"))) {
      return null;
    }
    return placed("instances", unit, mention, scope);
  }

  private static Name placed(String what, String unit, Mention mention, String scope) {
    Name name = Name.setting(what, unit);
    if (what.equals("instances") && mention.labelled("\\badd(?:ing|s|ed)?(?: another)?$")) {
      name = name.doubted("how many are added is said, not how many there are then");
    }
    if (mention.labelled("^(?:with|for|if|at)\\b")) {
      name = name.doubted("the sentence may speak of an example");
    }
    if (scope.isEmpty() || scope.equals("user")) {
      boolean ours = mention.labelled("\\bwe (?:run|have|use|operate)(?: as| on| it on)?$");
      return !ours && (mention.label().isEmpty() || mention.label().length() > 40)
          ? name.doubted("the sentence may speak of an example")
          : name;
    }
    return name.within(scope);
  }
}
