package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.yaml.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Computes the derived signals of one table. */
final class Derivation {
  private final Operands said;
  private final Table table;

  Derivation(Operands said, Table table) {
    this.said = said;
    this.table = table;
  }

  /**
   * @param refusal why there is no value, empty where there is one
   */
  record Result(Derived rule, Resource resource, double value, String refusal) {}

  List<Result> results() {
    List<Result> results = new ArrayList<>();
    for (Located<Derived> located : table.derived()) {
      Derived rule = located.value();
      values(rule).forEach((resource, operands) -> results.add(result(rule, resource, operands)));
    }
    return results;
  }

  /** By resource, those that have all operands. */
  private Map<Resource, Map<String, Double>> values(Derived rule) {
    Set<String> operands = rule.formula().formula().operands();
    Map<Resource, Map<String, Double>> values = new TreeMap<>();
    if (rule.of() != null) {
      said.of(table, rule.of())
          .forEach(
              each ->
                  rule.resource()
                      .fill(each.labels())
                      .ifPresent(resource -> values.put(resource, new HashMap<>())));
    }
    for (String operand : operands) {
      for (Operands.Said each : said.of(table, operand)) {
        Optional<Resource> resource = rule.resource().fill(each.labels());
        resource.ifPresent(
            known ->
                values
                    .computeIfAbsent(known, unused -> new HashMap<>())
                    .merge(operand, each.value(), Double::sum));
      }
    }
    values.values().removeIf(each -> !each.keySet().containsAll(operands));
    return values;
  }

  private static Result result(Derived rule, Resource resource, Map<String, Double> operands) {
    double value = rule.formula().formula().value(operands);
    if (Double.isNaN(value)) {
      return new Result(rule, resource, 0, "divides by 0, so that nothing is known now");
    }
    double whole = rule.whole() ? Math.rint(value) : value;
    return new Result(
        rule, resource, whole, Values.unusable(rule.signal().signal(), whole).orElse(""));
  }
}
