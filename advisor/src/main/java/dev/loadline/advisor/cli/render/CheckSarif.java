package dev.loadline.advisor.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loadline.advisor.check.Finding;
import dev.loadline.advisor.check.Report;
import dev.loadline.advisor.check.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * A check in the Static Analysis Results Interchange Format 2.1.0 (OASIS), as code hosts show it
 * beside the lines: what the rules found.
 */
public final class CheckSarif {
  private CheckSarif() {}

  /** What a rule says of itself. */
  private record Known(String name, String explanation, String example) {}

  public static String of(List<Checked> all) {
    List<Known> rules = rules();
    ObjectNode run = JsonText.object();
    run.set("tool", JsonText.object().set("driver", driver(rules)));
    run.put("columnKind", "utf16CodeUnits");
    run.set("results", JsonText.array(findings(all), finding -> result(finding, rules)));
    ObjectNode log = JsonText.object();
    log.put("version", "2.1.0");
    log.set("runs", JsonText.array(List.of(run), one -> one));
    return JsonText.write(log);
  }

  private static List<Known> rules() {
    List<Known> rules = new ArrayList<>();
    for (Rule rule : Report.rules()) {
      rules.add(new Known(rule.name(), rule.explanation(), rule.example()));
    }
    return rules;
  }

  private static List<Finding> findings(List<Checked> all) {
    return all.stream().flatMap(checked -> checked.findings().stream()).toList();
  }

  private static ObjectNode driver(List<Known> rules) {
    ObjectNode driver = JsonText.object();
    driver.put("name", "Loadline");
    driver.set("rules", JsonText.array(rules, CheckSarif::rule));
    return driver;
  }

  private static JsonNode rule(Known rule) {
    ObjectNode node = JsonText.object();
    node.put("id", rule.name());
    node.set("shortDescription", text(rule.explanation()));
    node.set("fullDescription", text(rule.explanation()));
    node.set("help", text("%s Example: %s".formatted(rule.explanation(), rule.example())));
    return node;
  }

  private static JsonNode result(Finding finding, List<Known> rules) {
    ObjectNode node = JsonText.object();
    node.put("ruleId", finding.rule());
    int index = rules.stream().map(Known::name).toList().indexOf(finding.rule());
    if (index >= 0) {
      node.put("ruleIndex", index);
    }
    node.put("level", finding.severity().toString());
    node.set("message", text(finding.message()));
    node.set("locations", JsonText.array(List.of(finding.where()), SarifPlace::of));
    return node;
  }

  private static JsonNode text(String words) {
    return JsonText.object().put("text", words);
  }
}
