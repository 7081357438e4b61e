package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Fact.Kind;
import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Dimension;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load tests of a draft. What was measured is a test's where the document has but one; a route
 * that says how the process is touches its workers only, and of others nothing is said.
 */
final class DraftTests {
  private static final Pattern ENDPOINT = Pattern.compile("against (/[^,\\s]*)");
  private static final Pattern AT_ONCE = Pattern.compile("(\\d{1,9}) at once");
  private static final Pattern REQUESTS =
      Pattern.compile("(?:\\s-n|--requests|--num)[ =]?(\\d{1,9})\\b");
  private static final Pattern BESIDE =
      Pattern.compile(
          "/(?:[\\w-]+/){0,3}(?:health\\w*|ping|status|metrics|ready|readyz|live|livez|version)/?");

  private final List<Fact> facts;
  private final DraftFigures figures;

  DraftTests(List<Fact> facts, DraftFigures figures) {
    this.facts = facts;
    this.figures = figures;
  }

  List<Fact> tests() {
    return facts.stream().filter(fact -> fact.kind() == Kind.EVIDENCE).toList();
  }

  /** {@code tool: ab, endpoint: "/health", touches: [workers], concurrency: 100}. */
  String written(Fact fact) {
    StringBuilder test = new StringBuilder("tool: " + fact.words().split(",", 2)[0]);
    Matcher endpoint = ENDPOINT.matcher(fact.words());
    if (endpoint.find()) {
      test.append(", endpoint: ").append(Quoted.text(endpoint.group(1)));
      if (BESIDE.matcher(Plain.lower(endpoint.group(1))).matches()) {
        test.append(", touches: ").append(figures.has("resources.workers.") ? "[workers]" : "[]");
      }
    }
    Matcher requests = REQUESTS.matcher(fact.raw());
    if (requests.find()) {
      test.append(", requests: ").append(requests.group(1));
    }
    Matcher users = AT_ONCE.matcher(fact.words());
    if (users.find()) {
      test.append(", concurrency: ").append(users.group(1));
    }
    if (tests().size() == 1) {
      measured(test, "throughput", "loadtest.throughput", Dimension.RATE);
      measured(test, "response", "loadtest.response_average", Dimension.TIME);
      measured(test, "p95", "loadtest.response_p95", Dimension.TIME);
      measured(test, "p99", "loadtest.response_p99", Dimension.TIME);
    }
    return test.toString();
  }

  private void measured(StringBuilder test, String key, String quantity, Dimension dimension) {
    facts.stream()
        .filter(fact -> fact.certain() && fact.quantity().equals(quantity))
        .map(Fact::figure)
        .filter(figure -> figure != null && figure.low() != null && figure.high() != null)
        .map(Quoted::amount)
        .filter(text -> text != null && Amount.parse(text).unit().dimension().equals(dimension))
        .findFirst()
        .ifPresent(text -> test.append(", ").append(key).append(": ").append(Quoted.text(text)));
  }
}
