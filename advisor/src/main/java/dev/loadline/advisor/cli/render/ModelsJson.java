package dev.loadline.advisor.cli.render;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loadline.advisor.check.CheckedClaim.Verdict;
import java.util.List;

/** The models as a list for programs. */
public final class ModelsJson {

  private ModelsJson() {}

  public static String of(List<Checked> models) {
    return JsonText.write(
        JsonText.array(
            models,
            model -> {
              Tally tally = Tally.of(model);
              ObjectNode verdicts = JsonText.object();
              for (Verdict verdict : Verdict.values()) {
                verdicts.put(verdict.toString(), tally.of(verdict));
              }
              return JsonText.object()
                  .put("model", model.model())
                  .put("document", model.document())
                  .put("claims", tally.claims())
                  .set("verdicts", verdicts);
            }));
  }
}
