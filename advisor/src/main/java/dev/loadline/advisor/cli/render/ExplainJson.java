package dev.loadline.advisor.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loadline.collector.signal.Explanation;
import dev.loadline.collector.signal.Explanation.Known;
import dev.loadline.collector.signal.Explanation.Said;
import dev.loadline.collector.signal.Explanation.Stranger;

/** What {@code explain} says to programs. */
public final class ExplainJson {

  private ExplainJson() {}

  public static String of(Explanation explanation) {
    ObjectNode root = JsonText.object();
    root.set("resources", JsonText.array(explanation.resources(), ExplainJson::known));
    root.set(
        "unrecognised",
        JsonText.words(explanation.unrecognised().stream().map(Stranger::name).toList()));
    root.set(
        "dropped",
        JsonText.array(
            explanation.dropped(),
            each -> JsonText.object().put("name", each.name()).put("reason", each.reason())));
    root.set("notes", JsonText.words(explanation.notes()));
    return JsonText.write(root);
  }

  private static JsonNode known(Known known) {
    return JsonText.object()
        .put("resource", known.resource().toString())
        .put("kind", known.resource().kind().label())
        .put("limit_provenance", known.limit())
        .set("signals", JsonText.array(known.signals(), ExplainJson::said));
  }

  private static JsonNode said(Said said) {
    ObjectNode node = JsonText.object().put("signal", said.signal().label());
    node.set("value", JsonText.number(said.value().orElse(Double.NaN)));
    if (said.count().isPresent()) {
      node.put("statistic", "mean");
      node.set("count", JsonText.number(said.count().getAsDouble()));
    }
    return node.put("unit", said.unit())
        .put("from", said.from())
        .put("provenance", said.provenance())
        .put("sensor", said.sensor());
  }
}
