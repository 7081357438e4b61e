package dev.loadline.advisor.document.resource;

import dev.loadline.advisor.document.unit.Count;
import dev.loadline.collector.yaml.Default;
import java.util.List;

/**
 * Connections that users keep open. 5 instances of 5,000 to 10,000 each, with a shared adapter,
 * bear 25,000 to 50,000 users with one socket each.
 *
 * @param perInstance sockets that an instance bears
 * @param perUser sockets of one user
 * @param adapter whether instances reach each other's users, as through Redis; without it only one
 *     instance serves
 */
public record Sockets(
    Count perInstance, @Default("1") Count perUser, @Default("false") boolean adapter)
    implements Resource {

  @Override
  public List<Ceiling> ceilings(String name, Site site) {
    double serving = adapter ? site.instances() : 1;
    return List.of(
        new Ceiling(
                "sockets/" + name,
                Ceiling.Driver.USERS,
                serving * site.of(perInstance) / site.of(perUser),
                "%s%s / %s per user%s"
                    .formatted(
                        adapter ? Words.times(site.statedInstances(), "instances") : "",
                        Site.said(perInstance),
                        Words.number(site.of(perUser)),
                        !adapter && site.instances() > 1
                            ? "; without a shared adapter only one instance counts"
                            : ""))
            .counting(serving, "instances"));
  }
}
