package dev.loadline.collector.discovery;

import dev.loadline.collector.yaml.Default;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How labels become the name of a service: the first of them that is there.
 *
 * @param labels in order of preference
 * @param otherwise what those are called that have none of them
 */
public record Naming(
    @Default("[service, app.kubernetes.io/name, app_kubernetes_io_name, app, job]")
        List<String> labels,
    @Nullable String otherwise) {

  /** What stands where the configuration says nothing. */
  static final Naming STANDARD =
      new Naming(
          List.of("service", "app.kubernetes.io/name", "app_kubernetes_io_name", "app", "job"),
          null);

  Optional<String> find(Map<String, String> all) {
    return labels.stream()
        .map(label -> all.getOrDefault(label, ""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /**
   * @throws IllegalArgumentException where there is no name, with the way to give one
   */
  String of(Map<String, String> all) {
    return find(all)
        .or(() -> Optional.ofNullable(otherwise))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no label tells its service; give it one of "
                        + String.join(", ", labels)
                        + ", or set service.otherwise"));
  }
}
