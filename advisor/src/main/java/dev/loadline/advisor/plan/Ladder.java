package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.Option;
import java.util.LinkedHashMap;
import java.util.Map;

/** The growth ladder of a document: each rung stands on those below it. */
public final class Ladder {

  private Ladder() {}

  /** All changes from the model as it is up to a rung. */
  public static Map<String, String> upTo(Model model, String rung) {
    Map<String, String> changes = new LinkedHashMap<>();
    for (Map.Entry<String, Option> step : model.ladder().entrySet()) {
      changes.putAll(step.getValue().changes());
      if (step.getKey().equals(rung)) {
        return changes;
      }
    }
    throw new IllegalArgumentException(
        "no rung '%s'; there are %s".formatted(rung, String.join(", ", model.ladder().keySet())));
  }
}
