package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Series;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which series the lines of one target are. A target publishes the same lines from scrape to
 * scrape; what it has beyond 20,000 is worked out anew each time.
 */
final class Memory {
  private static final int LINES = 20_000;

  private final Map<Line, Series> known = new ConcurrentHashMap<>();

  /** Null where it was not seen yet. */
  @Nullable Series of(Meaning meaning, Map<String, String> labels) {
    return known.get(new Line(meaning, labels));
  }

  Series keep(Meaning meaning, Map<String, String> labels, Series series) {
    if (known.size() < LINES) {
      known.put(new Line(meaning, labels), series);
    }
    return series;
  }

  /** A meaning is one line of a table and there once, so that the object itself tells. */
  private record Line(Meaning meaning, Map<String, String> labels) {

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
      return other instanceof Line that && meaning == that.meaning && labels.equals(that.labels);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(meaning) + labels.hashCode();
    }
  }
}
