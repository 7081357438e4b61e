package dev.loadline.advisor.document.resource;

import dev.loadline.advisor.document.unit.Bytes;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Measured;
import dev.loadline.advisor.document.unit.Seconds;
import dev.loadline.advisor.document.unit.Share;
import dev.loadline.collector.yaml.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service calls: a database or a cache.
 *
 * @param engine {@code postgresql}, {@code mysql}, {@code mongodb}, {@code sqlite}, {@code redis};
 *     null where nobody says
 * @param maxConnections what it accepts in all
 * @param reserved of these kept for superusers; null where nobody says, see {@link #keptBack}
 * @param standing connections that are there anyway: listeners, migrations, cron, administrators
 * @param cores that it computes on; of each replica too
 * @param cpu CPU time of one query
 * @param queries for one request
 * @param replicas copies that answer reads
 * @param readShare share of the queries that only read
 * @param replay what repeating a write costs a replica, against the write itself
 * @param storage that its disk holds
 */
public record Server(
    @Nullable String engine,
    @Nullable Integer maxConnections,
    @Nullable Integer reserved,
    @Default("{}") Map<String, Integer> standing,
    @Nullable Count cores,
    @Nullable Bytes memory,
    @Nullable Seconds cpu,
    @Default("1") Count queries,
    @Default("0") int replicas,
    @Nullable Share readShare,
    @Default("50 (30-70) %") Share replay,
    @Nullable Bytes storage) {

  /** What PostgreSQL keeps for superusers where nothing is set: superuser_reserved_connections. */
  public static final int POSTGRESQL_RESERVED = 3;

  private static final String SQLITE = "sqlite";

  public Server {
    standing = Map.copyOf(standing);
    if (maxConnections != null && maxConnections < 1) {
      throw new IllegalArgumentException("max_connections is at least 1");
    }
    if ((reserved != null && reserved < 0) || replicas < 0) {
      throw new IllegalArgumentException("reserved and replicas are not negative");
    }
  }

  /**
   * Connections that clients do not get: what is stated, else 3 of PostgreSQL and none of others.
   */
  public int keptBack() {
    if (reserved != null) {
      return reserved;
    }
    return engine != null && engine.startsWith("postgres") ? POSTGRESQL_RESERVED : 0;
  }

  /** Whether one writer at a time is all that it lets in. */
  public boolean writesAlone() {
    return SQLITE.equals(engine);
  }

  /** Its processors: the primary's and, where reads go to replicas, theirs. */
  public List<Ceiling> ceilings(String name, Site site) {
    String resource = "server-cpu/" + name;
    if (cores == null || cpu == null) {
      return List.of(
          Ceiling.unknown(
              resource,
              Ceiling.Driver.REQUESTS,
              "neither cores nor CPU time per query of %s are both stated".formatted(name)));
    }
    double perRequest = site.of(cpu) * site.of(queries);
    if (replicas == 0) {
      return List.of(whole(resource, site, cores, perRequest));
    }
    if (readShare == null) {
      return List.of(
          Ceiling.unknown(resource, Ceiling.Driver.REQUESTS, "the share of reads is not stated"));
    }
    return split(name, site, site.of(cores), perRequest, site.of(readShare));
  }

  private static Ceiling whole(String resource, Site site, Measured cores, double perRequest) {
    double demand = perRequest * site.missed();
    return new Ceiling(
            resource,
            Ceiling.Driver.REQUESTS,
            site.of(cores) / demand,
            "%s cores / %s of CPU per request"
                .formatted(Words.number(site.of(cores)), Words.time(demand)))
        .counting(site.of(cores), "cores");
  }

  private List<Ceiling> split(String name, Site site, double k, double perRequest, double reads) {
    double writes = perRequest * (1 - reads);
    double replica = perRequest * reads * site.missed() + replicas * site.of(replay) * writes;
    List<Ceiling> both = new ArrayList<>();
    if (writes > 0) {
      both.add(
          new Ceiling(
              "server-cpu/" + name,
              Ceiling.Driver.REQUESTS,
              k / writes,
              "%s cores / %s of CPU for the writes of a request"
                  .formatted(Words.number(k), Words.time(writes))));
    }
    both.add(
        new Ceiling(
                "server-cpu/" + name + "-replicas",
                Ceiling.Driver.REQUESTS,
                replicas * k / replica,
                "%d replicas x %s cores / %s of CPU for the reads and the replayed writes of a request"
                    .formatted(replicas, Words.number(k), Words.time(replica)))
            .counting(replicas, "read replicas"));
    return both;
  }
}
