package dev.loadline.advisor.document.resource;

import dev.loadline.advisor.document.unit.Seconds;
import dev.loadline.advisor.document.unit.Share;
import dev.loadline.collector.yaml.Default;
import java.util.List;
import java.util.Map;

/**
 * A cache before the database. A hit rate of 60 % over what is worth 80 % of the database's work
 * leaves it 1 - 0.6 x 0.8 = 0.52.
 *
 * @param hitRate share of look-ups that it answers
 * @param cacheable share of the database's work that it may answer
 * @param memory whether each process warms up its own
 * @param ttl how long what is kept, by name
 */
public record Cache(
    @Default("0 %") Share hitRate,
    @Default("100 %") Share cacheable,
    @Default("shared") Memory memory,
    @Default("{}") Map<String, Seconds> ttl)
    implements Resource {

  public Cache {
    ttl = Map.copyOf(ttl);
  }

  /** Share of the database's work that remains. */
  public double missed(Site site) {
    return 1 - site.of(hitRate) * site.of(cacheable);
  }

  @Override
  public List<Ceiling> ceilings(String name, Site site) {
    return List.of();
  }
}
