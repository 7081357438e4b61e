package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Bytes;
import dev.loadline.advisor.document.unit.BytesPerSecond;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.DollarsPerTime;
import dev.loadline.advisor.document.unit.Seconds;
import dev.loadline.collector.yaml.Default;
import org.jspecify.annotations.Nullable;

/**
 * How the service runs.
 *
 * @param instances of it now
 * @param maxInstances to which an autoscaler may go; null where there is none
 * @param maxSurge instances beyond the wanted number while one version replaces another: a count or
 *     per cent; null where nothing is said of it, and then none are counted
 * @param maxUnavailable instances that may be missing meanwhile; null where nothing is said of it
 * @param cores of one instance
 * @param memory of one instance
 * @param network of one instance
 * @param disk of one instance
 * @param response how long a request takes
 * @param cost of one instance
 */
public record Service(
    @Default("1") Count instances,
    @Nullable Count maxInstances,
    @Nullable String maxSurge,
    @Nullable String maxUnavailable,
    @Nullable Count cores,
    @Nullable Bytes memory,
    @Nullable BytesPerSecond network,
    @Nullable Bytes disk,
    @Nullable Seconds response,
    @Nullable DollarsPerTime cost) {

  public Service {
    for (@Nullable String rolled : new @Nullable String[] {maxSurge, maxUnavailable}) {
      if (rolled != null && !rolled.matches("\\d{1,6}%?")) {
        throw new IllegalArgumentException(
            "max_surge and max_unavailable are a count or per cent, as 2 or 25%");
      }
    }
  }
}
