package dev.loadline.advisor.document.resource;

import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Seconds;
import dev.loadline.collector.yaml.Default;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Processes and threads that work off requests or tasks. One process that takes 100 requests at
 * once and answers in 100 ms carries 1,000 requests/s.
 *
 * @param serves what they work off
 * @param processes of one instance
 * @param concurrency requests that one process takes at once: its threads, or what its event loop
 *     bears
 * @param response for how long a request occupies its place; the service's response time where null
 * @param cpu CPU time of a request; a process of Python or Node has one core's time at most
 * @param cores that one process computes on at most: 1 for Node and Python; null where it uses all
 *     that the instance has
 * @param prefetch tasks that a process takes beforehand
 * @param tasksPerChild after which a process is replaced
 */
public record Workers(
    @Default("requests") Serves serves,
    @Default("1") Count processes,
    @Nullable Count concurrency,
    @Nullable Seconds response,
    @Nullable Seconds cpu,
    @Nullable Count cores,
    @Nullable Count prefetch,
    @Nullable Count tasksPerChild)
    implements Resource {

  /** What is worked off. */
  public enum Serves {
    REQUESTS,
    TASKS
  }

  @Override
  public List<Ceiling> ceilings(String name, Site site) {
    if (serves == Serves.TASKS) {
      return List.of();
    }
    List<Ceiling> ceilings = new ArrayList<>();
    ceilings.add(places("workers/" + name, site));
    if (cpu != null) {
      double all = site.instances() * site.of(processes);
      ceilings.add(
          new Ceiling(
                  "event-loop/" + name,
                  Ceiling.Driver.REQUESTS,
                  all / site.of(cpu),
                  "%s processes / %s of CPU per request"
                      .formatted(Words.number(all), Site.said(cpu)))
              .counting(all, "processes"));
    }
    return ceilings;
  }

  private Ceiling places(String resource, Site site) {
    Seconds occupied = response == null ? site.response().orElse(null) : response;
    if (concurrency == null || occupied == null) {
      return Ceiling.unknown(
          resource,
          Ceiling.Driver.REQUESTS,
          concurrency == null
              ? "how many requests a process takes at once is not stated"
              : "how long a request takes is not stated");
    }
    double all = site.instances() * site.of(processes);
    return new Ceiling(
            resource,
            Ceiling.Driver.REQUESTS,
            all * site.of(concurrency) / site.of(occupied),
            "%s%s%s at once / %s per request"
                .formatted(
                    Words.times(site.instances(), "instances"),
                    Words.times(site.of(processes), "processes"),
                    Site.said(concurrency),
                    Site.said(occupied)))
        .counting(all, "processes");
  }
}
