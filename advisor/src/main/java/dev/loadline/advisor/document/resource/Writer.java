package dev.loadline.advisor.document.resource;

import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Seconds;
import dev.loadline.collector.yaml.Default;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one writer that SQLite lets in at a time. Writes of 5 ms, one in each request, end at 200
 * requests/s. It is gone once the server's engine is another.
 *
 * @param server the database, by its name among the servers
 * @param concurrency writers at a time
 * @param write for how long a write keeps the others out
 * @param writes of one request; 0.2 where each fifth request writes
 */
public record Writer(
    String server, @Default("1") Count concurrency, @Nullable Seconds write, @Nullable Count writes)
    implements Resource {

  @Override
  public List<Ceiling> ceilings(String name, Site site) {
    if (!site.server(server).map(Server::writesAlone).orElse(true)) {
      return List.of();
    }
    String resource = "writer/" + server;
    if (write == null || writes == null) {
      return List.of(
          Ceiling.unknown(
              resource,
              Ceiling.Driver.REQUESTS,
              write == null
                  ? "for how long a write keeps the others out is not stated"
                  : "how many writes a request makes is not stated"));
    }
    double busy = site.of(write) * site.of(writes);
    return List.of(
        new Ceiling(
            resource,
            Ceiling.Driver.REQUESTS,
            site.of(concurrency) / busy,
            "%s writer / %s of writing per request"
                .formatted(Words.number(site.of(concurrency)), Words.time(busy))));
  }
}
