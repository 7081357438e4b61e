package dev.loadline.collector.ingest;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what is pushed as increments, until the process ends. */
final class DeltaTotals {
  private final int limit;
  private final Map<Key, Total> totals = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param limit beyond which the stream that was silent longest is forgotten and begins anew
   */
  DeltaTotals(int limit) {
    this.limit = limit;
  }

  /** One stream of increments. */
  record Key(String service, String instance, String name, Map<String, String> labels) {}

  private record Total(long epochNanos, Tally tally) {}

  /** Changes that count only when they are committed; one at a time. */
  final class Draft {
    private final Map<Key, Total> changed = new HashMap<>();

    /** When the last increment ended; 0 where there is none. */
    long last(Key key) {
      Total before = before(key);
      return before == null ? 0 : before.epochNanos;
    }

    /**
     * @param epochNanos when this increment ends
     * @return the sum so far
     */
    Tally add(Key key, long epochNanos, Tally increment) {
      Total before = before(key);
      Tally sum = before == null ? increment : before.tally.plus(increment);
      changed.put(key, new Total(epochNanos, sum));
      return sum;
    }

    void commit() {
      totals.putAll(changed);
      Iterator<Key> oldest = totals.keySet().iterator();
      while (totals.size() > limit) {
        oldest.next();
        oldest.remove();
      }
    }

    private @Nullable Total before(Key key) {
      Total before = changed.get(key);
      return before == null ? totals.get(key) : before;
    }
  }

  Draft draft() {
    return new Draft();
  }
}
