package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.resource.RateLimit;
import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Limiters that do not know of each other. */
@AutoService(Rule.class)
public final class MultipliedLimitRule implements Rule {

  @Override
  public String name() {
    return "in-memory-limit-multiplied";
  }

  @Override
  public String explanation() {
    return "A rate limiter that counts in a process's or an instance's memory, where there is or"
        + " would be more than one: each copy grants the whole limit. A note where the document"
        + " says so itself.";
  }

  @Override
  public String example() {
    return "60 requests/minute counted in memory, and 10 instances: a client may make 600.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    Map<String, Map<String, Double>> multiplied = new LinkedHashMap<>();
    for (Situation situation : subject.situations()) {
      situation
          .model()
          .resources()
          .forEach(
              (name, resource) -> {
                if (resource instanceof RateLimit limiter
                    && limiter.memory() != null
                    && situation.copies(limiter.memory()) > 1) {
                  multiplied
                      .computeIfAbsent(name, limiters -> new LinkedHashMap<>())
                      .put(situation.with(), situation.copies(limiter.memory()));
                }
              });
    }
    List<Finding> findings = new ArrayList<>();
    multiplied.forEach(
        (name, copies) -> {
          if (subject.model().resources().get(name) instanceof RateLimit limiter) {
            findings.add(finding(subject, "resources." + name, limiter, copies));
          }
        });
    return findings;
  }

  private Finding finding(
      Subject subject, String path, RateLimit limiter, Map<String, Double> copies) {
    double most = copies.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    String limits =
        limiter.classes().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(limit -> limit.getValue().limit().amount())
            .map(limit -> "%s become %s".formatted(limit, times(limit, most)))
            .collect(Collectors.joining(", "));
    List<String> said = admitted(subject, path, limiter);
    String message =
        "%s counts in the memory of each %s: %s; %s%s"
            .formatted(
                path,
                limiter.memory() == null
                    ? "process"
                    : limiter.memory().name().toLowerCase(Locale.ROOT),
                copies.entrySet().stream()
                    .map(
                        copy -> "%s copies %s".formatted(Span.text(copy.getValue()), copy.getKey()))
                    .collect(Collectors.joining(", ")),
                limits,
                said.isEmpty()
                    ? "; count in one place for all, or divide the limit"
                    : "; the document says so (%s)".formatted(String.join(", ", said)));
    return subject.at(
        this, said.isEmpty() ? Severity.WARNING : Severity.NOTE, path, List.of(), message);
  }

  private static List<String> admitted(Subject subject, String path, RateLimit limiter) {
    return subject.claims().stream()
        .map(CheckedClaim::claim)
        .filter(claim -> claim.kind() == Claim.Kind.GAP)
        .filter(claim -> speaksOf(subject.basis(claim), path, limiter))
        .map(Claim::id)
        .toList();
  }

  private static boolean speaksOf(Basis basis, String path, RateLimit limiter) {
    return basis.paths().stream().anyMatch(one -> one.startsWith(path + "."))
        || limiter.classes().keySet().stream()
            .anyMatch(
                name ->
                    basis.resources().contains(name)
                        || basis.resources().contains("rate-limit/" + name));
  }

  private static Amount times(Amount limit, double copies) {
    return new Amount(limit.stated().times(copies), null, limit.unit());
  }
}
