package dev.loadline.advisor.document.resource;

import dev.loadline.advisor.document.unit.PerSecond;
import dev.loadline.collector.yaml.Default;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A limiter. 60/min for each address, counted in each of 10 instances' memory, lets an address make
 * up to 600/min.
 *
 * @param memory where it counts, and so how often a key has its limit; null where nothing says so,
 *     and then it is taken to count once
 * @param classes the limits by the name of what they limit
 */
public record RateLimit(@Nullable Memory memory, Map<String, Limit> classes) implements Resource {

  /** Whose requests are counted together. */
  public enum Key {
    /** All users behind one address together. */
    ADDRESS,
    USER,
    /** Everybody's. */
    ALL
  }

  /**
   * One limit.
   *
   * @param limit requests in a window: {@code 5 requests/15 minutes}
   */
  public record Limit(PerSecond limit, @Default("address") Key key) {}

  public RateLimit {
    classes = Map.copyOf(classes);
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("classes names at least one limit");
    }
  }

  @Override
  public List<Ceiling> ceilings(String name, Site site) {
    List<Ceiling> ceilings = new ArrayList<>();
    double copies = memory == null ? 1 : site.copies(memory);
    classes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              Limit limit = entry.getValue();
              double each = site.of(limit.limit());
              ceilings.add(
                  new Ceiling(
                      "rate-limit/" + entry.getKey(),
                      limit.key() == Key.ALL ? Ceiling.Driver.REQUESTS : Ceiling.Driver.KEY,
                      copies * each,
                      (copies == 1
                              ? "%s"
                              : Words.number(copies) + " limiters that do not know each other x %s")
                          .formatted(limit.limit())));
            });
    return ceilings;
  }
}
