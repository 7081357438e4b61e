package dev.loadline.advisor.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loadline.advisor.check.Report;
import dev.loadline.advisor.check.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * A check in the Static Analysis Results Interchange Format 2.1.0 (OASIS), as code hosts show it
 * beside the lines. Each rule comes with its explanation and an example.
 */
public final class CheckSarif {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private CheckSarif() {}

  /** What a rule says of itself. */
  private record Known(String name, String explanation, String example) {}

  public static String of(List<Checked> all) {
    List<Known> rules = rules();
    ObjectNode run = JsonText.object();
    run.set("tool", JsonText.object().set("driver", driver(rules)));
    run.put("columnKind", "utf16CodeUnits");
    run.set(
        "results",
        JsonText.array(
            all.stream().flatMap(one -> one.findings().stream()).toList(),
            finding -> result(finding, rules)));
    ObjectNode log = JsonText.object();
    log.put("$schema", SCHEMA).put("version", "2.1.0");
    log.set("runs", JsonText.array(List.of(run), one -> one));
    return JsonText.write(log);
  }

  private static List<Known> rules() {
    List<Known> rules = new ArrayList<>();
    rules.add(
        new Known(
            Found.LEDGER,
            "All clients of a server together may open more connections than it accepts, so that"
                + " those who come last are refused.",
            "4 replicas with a pool of 20 + 40 may open 240 connections; PostgreSQL accepts 200."));
    rules.add(
        new Known(
            Found.UNREADABLE,
            "A deployment file sets a figure of the ledger to something that is no number, or a"
                + " server to something that is no address, so that nobody knows what may be opened.",
            "DB_POOL_SIZE: lots, replicas: two, or a variable whose value is kept elsewhere."));
    for (Rule rule : Report.rules()) {
      rules.add(new Known(rule.name(), rule.explanation(), rule.example()));
    }
    return rules;
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

  private static JsonNode result(Found finding, List<Known> rules) {
    ObjectNode node = JsonText.object();
    node.put("ruleId", finding.rule());
    int index = rules.stream().map(Known::name).toList().indexOf(finding.rule());
    if (index >= 0) {
      node.put("ruleIndex", index);
    }
    node.put("level", finding.severity().toString());
    node.set("message", text(finding.text()));
    node.set("locations", JsonText.array(List.of(finding.where()), SarifPlace::of));
    return node;
  }

  private static JsonNode text(String words) {
    return JsonText.object().put("text", words);
  }
}
