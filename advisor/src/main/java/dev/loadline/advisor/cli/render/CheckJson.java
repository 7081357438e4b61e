package dev.loadline.advisor.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loadline.advisor.check.CheckedClaim;
import dev.loadline.advisor.check.CheckedClaim.Verdict;
import dev.loadline.advisor.check.Severity;
import dev.loadline.advisor.ledger.manifest.Remark;
import java.util.List;

/** A check for programs: one object for one document, an array for several. */
public final class CheckJson {

  private CheckJson() {}

  public static String of(List<Checked> all) {
    return JsonText.write(JsonText.oneOrMany(all, CheckJson::of));
  }

  private static JsonNode of(Checked checked) {
    ObjectNode node = JsonText.object();
    node.put("model", checked.model());
    node.put("document", checked.document());
    node.set("summary", summary(Tally.of(checked)));
    node.set("claims", JsonText.array(checked.claims(), CheckJson::claim));
    node.set("findings", JsonText.array(checked.findings(), CheckJson::finding));
    node.set("ledger", JsonText.array(checked.ledger(), LedgerJson::of));
    node.set("remarks", JsonText.array(checked.remarks(), CheckJson::remark));
    return node;
  }

  static ObjectNode summary(Tally tally) {
    ObjectNode node = JsonText.object();
    node.put("claims", tally.claims());
    for (Verdict verdict : Verdict.values()) {
      node.put(verdict.toString(), tally.of(verdict));
    }
    for (Severity severity : Severity.values()) {
      node.put(severity + "s", tally.of(severity));
    }
    return node;
  }

  private static JsonNode claim(CheckedClaim claim) {
    ObjectNode node = JsonText.object();
    String unit = Checked.unit(claim);
    node.put("id", claim.claim().id());
    node.put("kind", claim.claim().kind().toString());
    node.put("quantity", claim.claim().quantity());
    node.set("stated", JsonText.span(claim.claim().span(), unit));
    node.set("computed", JsonText.span(claim.computed(), unit));
    node.set("computed_full", JsonText.span(claim.full(), unit));
    node.put("verdict", claim.verdict().toString());
    node.put("explanation", claim.explanation());
    node.put("says", claim.claim().says());
    node.put("where", claim.where());
    return node;
  }

  private static JsonNode remark(Remark remark) {
    return JsonText.object().put("message", remark.message()).put("where", remark.where());
  }

  private static JsonNode finding(Found finding) {
    return JsonText.object()
        .put("rule", finding.rule())
        .put("severity", finding.severity().toString())
        .put("message", finding.text())
        .put("where", finding.where());
  }
}
