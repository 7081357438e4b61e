package dev.loadline.collector.yaml;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often something happens; written {@code 60/min}, which is 1 per second.
 *
 * @param perSecond events per second, finite, not negative
 */
public record Rate(double perSecond) {
  private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*/\\s*([a-z]+)");
  private static final Map<String, Double> SECONDS =
      Map.of("s", 1.0, "min", 60.0, "h", 3_600.0, "d", 86_400.0);

  public Rate {
    if (!(perSecond >= 0 && Double.isFinite(perSecond))) {
      throw new IllegalArgumentException("a rate is finite and not negative");
    }
  }

  /** Reads {@code 10/s}, {@code 60/min}, {@code 3600/h} or {@code 86400/d}. */
  public static Rate parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    Double seconds = form.matches() ? SECONDS.get(form.group(2)) : null;
    if (seconds == null) {
      throw new IllegalArgumentException("write a rate as 10/s, 60/min, 3600/h or 86400/d");
    }
    return new Rate(Double.parseDouble(form.group(1)) / seconds);
  }
}
