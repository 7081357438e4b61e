package dev.loadline.advisor.headroom;

import dev.loadline.collector.signal.SignalReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long each service has been measured. Looked up once by reading short slices further and
 * further back, then remembered: reading a month to learn its length would be too much.
 */
final class History {
  private static final Duration SLICE = Duration.ofMinutes(2);
  private static final List<Duration> LOOKS =
      List.of(
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofDays(7),
          Duration.ofDays(14),
          Duration.ofDays(28));

  private final Map<String, Instant> oldest = new ConcurrentHashMap<>();

  Duration length(String service, SignalReader signals, Instant now) {
    Instant known = oldest.get(service);
    if (known == null) {
      known = look(service, signals, now);
      if (known.isBefore(now)) {
        oldest.put(service, known);
      }
    }
    return Duration.between(known, now);
  }

  private static Instant look(String service, SignalReader signals, Instant now) {
    Duration reached = Duration.ZERO;
    Duration beyond = LOOKS.get(LOOKS.size() - 1);
    for (Duration back : LOOKS) {
      if (!measured(service, signals, now.minus(back))) {
        beyond = back;
        break;
      }
      reached = back;
    }
    while (beyond.minus(reached).compareTo(SLICE) > 0) {
      Duration middle = reached.plus(beyond).dividedBy(2);
      if (measured(service, signals, now.minus(middle))) {
        reached = middle;
      } else {
        beyond = middle;
      }
    }
    return now.minus(reached);
  }

  private static boolean measured(String service, SignalReader signals, Instant from) {
    return signals.read(service, from, from.plus(SLICE)).stream().anyMatch(line -> line.size() > 0);
  }
}
