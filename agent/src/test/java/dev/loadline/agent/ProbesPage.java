package dev.loadline.agent;

import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Probe;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The probes as a page for people: {@code docs/probes.md}. */
final class ProbesPage {

  private static final String BEGIN =
      """
      # Probes

      What the agent measures of which library. Each version named here is what a test runs against, in a JVM of its own, with the
      figures held against the application's own ledger: on JDK 17, and where it is **bold** on JDK 17 and 25. Versions between those
      named are hooked too. In one that does not fit, old or new, the probe measures nothing, and `GET /agent/status` calls it `broken`
      with the class and the member that it lacks; where such a version is named, that is tested as well.

      The label `library` is the name in brackets. Figures of pools, workers, sockets, caches and requests are `loadline_resource_*`
      with the labels `kind`, `resource` and `library`; pools of databases and requests have OpenTelemetry's names besides.
      """;

  private ProbesPage() {}

  /** Markdown, ready to be written. */
  static String markdown(List<Probe> probes, List<Tested> tested) {
    return BEGIN
        + probes.stream()
            .sorted(
                Comparator.comparing(probe -> of(probe).of().toLowerCase(java.util.Locale.ROOT)))
            .map(probe -> section(probe, tested))
            .collect(Collectors.joining());
  }

  private static Measures of(Probe probe) {
    return probe.getClass().getAnnotation(Measures.class);
  }

  private static String section(Probe probe, List<Tested> tested) {
    Measures measures = of(probe);
    List<String> lines = new ArrayList<>();
    lines.add("\n## " + measures.of() + " (`" + probe.name() + "`)\n");
    List<Tested> mine = tested.stream().filter(each -> each.probe() == probe.getClass()).toList();
    Set<String> artifacts =
        mine.stream().map(Tested::artifact).collect(Collectors.toCollection(LinkedHashSet::new));
    for (String artifact : artifacts) {
      lines.add(versions(artifact, mine.stream().filter(t -> t.artifact().equals(artifact))));
    }
    lines.add("\nMeasured:\n");
    for (String figure : measures.value()) {
      lines.add("- " + figure);
    }
    if (measures.omits().length > 0) {
      lines.add("\nNot measured:\n");
    }
    for (Omits omits : measures.omits()) {
      lines.add("- " + omits.value() + ", because " + omits.because());
    }
    return String.join("\n", lines) + "\n";
  }

  private static String versions(String artifact, Stream<Tested> of) {
    List<Tested> all = of.toList();
    if (artifact.equals(Versions.JDK)) {
      return "- part of the JDK: **17**, **25**";
    }
    List<String> parts = new ArrayList<>();
    Stream.of(true, false)
        .forEach(
            works -> {
              List<String> some =
                  all.stream()
                      .filter(each -> each.works() == works)
                      .map(
                          each -> each.everywhere() ? "**" + each.version() + "**" : each.version())
                      .toList();
              if (!some.isEmpty()) {
                parts.add((works ? "" : "broken: ") + String.join(", ", some));
              }
            });
    return "- `" + artifact + "`: " + String.join("; ", parts);
  }
}
