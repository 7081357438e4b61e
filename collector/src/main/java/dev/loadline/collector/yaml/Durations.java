package dev.loadline.collector.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 200ms}, {@code 10 s}, {@code 1.5h}, {@code 35d}. */
public final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s*([a-zµ]+)");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ns", Duration.ofNanos(1),
          "us", Duration.ofNanos(1_000),
          "µs", Duration.ofNanos(1_000),
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "min", Duration.ofMinutes(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1),
          "w", Duration.ofDays(7));

  private Durations() {}

  /**
   * Reads a number with its unit; a bare number is refused, since nobody can tell its unit.
   *
   * @throws IllegalArgumentException saying which forms there are
   */
  public static Duration parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    Duration unit = form.matches() ? UNITS.get(form.group(2)) : null;
    if (unit == null) {
      throw new IllegalArgumentException("write a duration with its unit, as 200ms, 10s or 5min");
    }
    BigDecimal nanos = new BigDecimal(form.group(1)).multiply(nanos(unit));
    BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
    return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValue());
  }

  private static BigDecimal nanos(Duration unit) {
    return BigDecimal.valueOf(unit.toNanos());
  }
}
