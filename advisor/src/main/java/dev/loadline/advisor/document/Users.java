package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Bytes;
import dev.loadline.advisor.document.unit.BytesPerSecond;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.PerSecond;
import dev.loadline.collector.yaml.Default;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who uses the service.
 *
 * @param profiles ways of using it, the usual one first
 * @param perUser what one user takes all the time
 * @param stated users that the document gives the service as it is; other states are scaled from
 *     them where no rate per user is known
 */
public record Users(
    @Default("{}") Map<String, Profile> profiles,
    @Default("{}") PerUser perUser,
    @Nullable Count stated) {

  /**
   * A way of using the service.
   *
   * @param rate requests of one user
   */
  public record Profile(PerSecond rate) {}

  /**
   * What one user takes.
   *
   * @param cpu cores: 0.3 percent of a core
   * @param storage kept for good
   * @param records kept for good as well, one of each, by what they are: 200 bytes of a user and 5
   *     kB of an analysis are 5.2 kB
   */
  public record PerUser(
      @Nullable Bytes memory,
      @Nullable Count cpu,
      @Nullable BytesPerSecond network,
      @Nullable Bytes storage,
      @Default("{}") Map<String, Bytes> records) {

    public PerUser {
      records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
    }

    /** All that is kept of one user. */
    public List<Bytes> kept() {
      List<Bytes> kept = new ArrayList<>(records.values());
      if (storage != null) {
        kept.add(storage);
      }
      return List.copyOf(kept);
    }
  }

  public Users {
    profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
  }
}
