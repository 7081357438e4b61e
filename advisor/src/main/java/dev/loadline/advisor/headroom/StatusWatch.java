package dev.loadline.advisor.headroom;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.capacity.Status;
import dev.loadline.advisor.notify.Notice;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Decides when people are told; sends nothing itself.
 *
 * <p>A service is told of once when it turns tight, blocked or saturated, and once when it is well
 * again. Each takes two evaluations in a row that say so, and well again takes a headroom of a
 * quarter, so that a service on the edge of a fifth does not flap. {@code unknown} is never told
 * and clears nothing: silence of the sensors is no all-clear.
 *
 * <p>The caller keeps {@link #told} across restarts and hands it to {@link #restored}. Not safe for
 * use by several threads.
 */
public final class StatusWatch {
  private static final double WELL = 0.25;
  private static final int IN_A_ROW = 2;

  private final URI page;
  private final Map<String, Told> told = new TreeMap<>();
  private final Map<String, Seen> seen = new TreeMap<>();

  /** What people were last told of a service, and when that was established. */
  public record Told(Status status, Instant at) {}

  private record Seen(Status status, int times) {}

  /**
   * @param page where the page is
   */
  public StatusWatch(URI page) {
    this.page = page;
  }

  /** A watch that goes on where another one stopped. */
  public static StatusWatch restored(URI page, Map<String, Told> told) {
    StatusWatch watch = new StatusWatch(page);
    watch.told.putAll(told);
    return watch;
  }

  /** What people know, by service; a service of which they were never told is missing. */
  public Map<String, Told> told() {
    return Map.copyOf(told);
  }

  /** Takes one evaluation; a notice where it is time to tell. */
  public Optional<Notice> see(ServiceHeadroom now) {
    Status before = before(now.service());
    Status status = steadied(now, before);
    if (status == Status.UNKNOWN || status == before) {
      seen.remove(now.service());
      return Optional.empty();
    }
    Seen last = seen.get(now.service());
    int times = last != null && last.status() == status ? last.times() + 1 : 1;
    if (times < IN_A_ROW) {
      seen.put(now.service(), new Seen(status, times));
      return Optional.empty();
    }
    seen.remove(now.service());
    told.put(now.service(), new Told(status, now.at()));
    return Optional.of(notice(now, before, status));
  }

  private Status before(String service) {
    Told last = told.get(service);
    return last == null ? Status.OK : last.status();
  }

  /** Near the edge a service stays what it was. */
  private static Status steadied(ServiceHeadroom now, Status before) {
    Estimate headroom = now.headroom();
    boolean edge = headroom.known() && headroom.orThrow() < WELL;
    return now.status() == Status.OK && before == Status.TIGHT && edge ? before : now.status();
  }

  private Notice notice(ServiceHeadroom now, Status before, Status status) {
    boolean firing = status != Status.OK;
    return new Notice(
        now.service(),
        before,
        status,
        now.at(),
        firing,
        title(now, before, status),
        lines(now),
        Map.of("alertname", "LoadlineHeadroom", "service", now.service()),
        page.resolve("/#" + now.service()));
  }

  private static String title(ServiceHeadroom now, Status before, Status status) {
    Estimate headroom = now.headroom();
    String figure =
        headroom.known()
            ? "headroom %.0f %%".formatted(100 * headroom.orThrow())
            : "headroom unknown";
    return status == Status.OK
        ? "%s is well again after %s: %s".formatted(now.service(), before, figure)
        : "%s is %s: %s".formatted(now.service(), status, figure);
  }

  private static List<String> lines(ServiceHeadroom now) {
    List<String> lines = new ArrayList<>();
    String reason = now.reason();
    if (reason != null) {
      lines.add(reason);
    }
    if (now.headroom().known()) {
      lines.add("headroom: " + now.headroom().explanation());
    }
    if (now.capacity().known()) {
      lines.add(now.bottleneck() + ": " + now.capacity().explanation());
    }
    return lines;
  }
}
