package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.LoadTest;
import dev.loadline.advisor.plan.Outlook;
import dev.loadline.advisor.plan.Picks;
import java.util.List;
import java.util.Optional;

/** Load tests that leave alone what they should prove. */
@AutoService(Rule.class)
public final class EvidenceRule implements Rule {

  @Override
  public String name() {
    return "evidence-misses-the-bottleneck";
  }

  @Override
  public String explanation() {
    return "A load test whose requests never occupy a resource that the document names as a"
        + " bottleneck (or that is the first by its own figures): it says nothing of that resource.";
  }

  @Override
  public String example() {
    return "The database pool runs out first, and 800 requests/second were measured against"
        + " /health, which asks no database.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    Outlook outlook = Outlook.of(subject.file(), Picks.middle());
    List<String> bottlenecks = bottlenecks(subject, outlook);
    return subject.model().evidence().stream()
        .flatMap(test -> finding(subject, outlook, bottlenecks, test).stream())
        .toList();
  }

  /** As the document orders them; without an order, the first one computed. */
  private static List<String> bottlenecks(Subject subject, Outlook outlook) {
    return subject.claims().stream()
        .map(claim -> claim.claim().order())
        .filter(order -> !order.isEmpty())
        .findFirst()
        .orElseGet(
            () -> outlook.bottleneck().map(first -> List.of(first.resource())).orElse(List.of()));
  }

  private Optional<Finding> finding(
      Subject subject, Outlook outlook, List<String> bottlenecks, LoadTest test) {
    List<String> touches = test.touches();
    if (touches == null) {
      return Optional.empty();
    }
    List<String> missed =
        bottlenecks.stream()
            .filter(bottleneck -> isResource(subject, outlook, bottleneck))
            .filter(
                bottleneck ->
                    touches.stream().noneMatch(touched -> stops(outlook, touched, bottleneck)))
            .toList();
    boolean measured = test.throughput() != null || test.response() != null || test.p95() != null;
    if (missed.isEmpty() || !(measured || test.endpoint() != null)) {
      return Optional.empty();
    }
    return Optional.of(
        subject.at(
            this,
            Severity.WARNING,
            "evidence",
            List.of(),
            "%s%s touches %s, and never %s, which the document calls a bottleneck: test a route that"
                    .formatted(
                        test.tool(),
                        test.endpoint() == null ? "" : " against " + test.endpoint(),
                        touches.isEmpty() ? "nothing" : Lists.and(touches),
                        Lists.and(missed))
                + " does"));
  }

  private static boolean isResource(Subject subject, Outlook outlook, String bottleneck) {
    return subject.model().resources().keySet().stream()
        .anyMatch(name -> stops(outlook, name, bottleneck));
  }

  private static boolean stops(Outlook outlook, String resource, String bottleneck) {
    return outlook.ceilingsOf(resource).stream()
        .anyMatch(ceiling -> ceiling.resource().equals(bottleneck));
  }
}
