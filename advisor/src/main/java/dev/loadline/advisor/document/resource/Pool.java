package dev.loadline.advisor.document.resource;

import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Seconds;
import dev.loadline.advisor.document.unit.Share;
import dev.loadline.collector.yaml.Default;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pool of connections. 15 connections that a request holds for 100 ms carry 150 requests/s.
 *
 * @param server what it connects to, by its name among the servers or poolers
 * @param size connections that it keeps
 * @param overflow more of them under load
 * @param timeout how long a request waits for one
 * @param recycle age at which a connection is replaced
 * @param minIdle connections kept open when nobody asks
 * @param per whether each process has its own, or the instance, or all share one
 * @param hold for how long a request holds a connection each time
 * @param acquisitions times that a request takes one
 * @param useful share of the ideal rate that overhead leaves
 * @param throughout whether a request keeps its connection from first to last; where no hold is
 *     stated, it is then the service's response time
 * @param cached whether what a cache answers needs no connection
 */
public record Pool(
    @Nullable String server,
    Count size,
    @Default("0") Count overflow,
    @Nullable Seconds timeout,
    @Nullable Seconds recycle,
    @Nullable Count minIdle,
    @Default("process") Memory per,
    @Nullable Seconds hold,
    @Default("1") Count acquisitions,
    @Default("100 %") Share useful,
    @Default("false") boolean throughout,
    @Default("true") boolean cached)
    implements Resource {

  @Override
  public List<Ceiling> ceilings(String name, Site site) {
    String resource = "pool/" + (server == null ? name : server);
    Seconds busy = hold == null && throughout ? site.response().orElse(null) : hold;
    if (busy == null) {
      return List.of(
          Ceiling.unknown(
              resource,
              Ceiling.Driver.REQUESTS,
              "for how long a request holds a connection of %s is not stated".formatted(name)));
    }
    double connections = connections(site);
    double missed = cached ? site.missed() : 1;
    double held = site.of(busy) * site.of(acquisitions) * missed;
    double share = site.of(useful);
    Optional<Server> behind = server == null ? Optional.empty() : site.server(server);
    double toPrimary = behind.map(to -> primaryShare(to, site)).orElse(1.0);
    return List.of(
        new Ceiling(
                resource,
                Ceiling.Driver.REQUESTS,
                connections / (held * toPrimary) * share,
                "%s / %s held per request%s%s%s"
                    .formatted(
                        said(site, connections),
                        Site.said(busy),
                        site.of(acquisitions) == 1 && missed == 1
                            ? ""
                            : " x %s".formatted(Words.number(site.of(acquisitions) * missed)),
                        toPrimary == 1
                            ? ""
                            : " x %s that stay with the primary".formatted(Words.number(toPrimary)),
                        share == 1 ? "" : " x %s after overhead".formatted(Site.said(useful))))
            .counting(connections, "connections"));
  }

  /** Connections of all copies that can work at the same time. */
  private double connections(Site site) {
    double own = site.copies(per) * (site.of(size) + site.of(overflow));
    return pooler(site).map(between -> Math.min(own, between.connections())).orElse(own);
  }

  private Optional<Pooler> pooler(Site site) {
    return server == null ? Optional.empty() : site.pooler(server);
  }

  /** Reads that replicas answer hold connections to the replicas. */
  private static double primaryShare(Server to, Site site) {
    return to.replicas() == 0 || to.readShare() == null ? 1 : 1 - site.of(to.readShare());
  }

  private String said(Site site, double connections) {
    double each = site.of(size) + site.of(overflow);
    double copies = site.copies(per);
    if (copies * each > connections) {
      return "%s connections through the pooler".formatted(Words.number(connections));
    }
    return copies == 1
        ? "%s connections".formatted(Words.number(each))
        : "%s pools x %s connections".formatted(Words.number(copies), Words.number(each));
  }
}
