package dev.loadline.advisor.capacity;

import java.util.List;
import java.util.Optional;

/**
 * How much must have been measured before a figure is given: {@value #SECONDS} seconds in at least
 * {@value #WINDOWS} windows, with {@value #REQUESTS} requests.
 *
 * <p>The thresholds buy a first figure soon; how good it is, its interval says.
 */
public final class Evidence {
  static final int SECONDS = 30;
  static final int WINDOWS = 3;
  static final int REQUESTS = 200;

  private Evidence() {}

  /** What is missing: {@code 12 of 30 seconds measured}; empty where it suffices. */
  public static Optional<String> missing(List<Window> windows) {
    double seconds = windows.stream().mapToDouble(Window::seconds).sum();
    if (seconds < SECONDS) {
      return Optional.of("%.0f of %d seconds measured".formatted(Math.floor(seconds), SECONDS));
    }
    if (windows.size() < WINDOWS) {
      return Optional.of("%d of %d windows measured".formatted(windows.size(), WINDOWS));
    }
    double requests = windows.stream().mapToDouble(Window::requests).sum();
    if (requests < REQUESTS) {
      return Optional.of("%.0f of %d requests seen".formatted(Math.floor(requests), REQUESTS));
    }
    return Optional.empty();
  }
}
