package dev.loadline.advisor.cli.render;

import dev.loadline.advisor.check.CheckedClaim;
import dev.loadline.advisor.check.CheckedClaim.Verdict;
import java.util.List;

/** A check as a comment on a pull request: the answer first, every claim folded away. */
public final class CheckMarkdown {

  private CheckMarkdown() {}

  public static String of(List<Checked> all) {
    return String.join("\n", all.stream().map(CheckMarkdown::of).toList());
  }

  private static String of(Checked checked) {
    MarkdownText text = new MarkdownText();
    Tally tally = Tally.of(checked);
    text.line("### Capacity of %s: %s", MarkdownText.plain(checked.title()), answer(tally));
    text.line("");
    text.line("%s.", Tally.line(checked));
    findings(text, checked.findings());
    ledger(text, checked);
    remarks(text, checked);
    claims(text, checked.claims());
    return text.toString();
  }

  private static String answer(Tally tally) {
    long contradicting = tally.of(Verdict.CONTRADICTS);
    if (contradicting == 0 && tally.found() == 0) {
      return "it holds";
    }
    return contradicting == 0
        ? tally.findingWords()
        : "%s, %s"
            .formatted(
                contradicting == 1 ? "1 claim contradicts" : contradicting + " claims contradict",
                tally.findingWords());
  }

  private static void findings(MarkdownText text, List<Found> findings) {
    if (!findings.isEmpty()) {
      text.line("");
      text.row("severity", "rule", "finding", "where");
      text.row("---", "---", "---", "---");
      findings.forEach(
          finding ->
              text.row(
                  finding.severity().toString(),
                  MarkdownText.code(finding.rule()),
                  MarkdownText.plain(finding.text()),
                  MarkdownText.code(finding.where())));
    }
  }

  private static void ledger(MarkdownText text, Checked checked) {
    if (checked.gated() && !checked.ledger().isEmpty()) {
      text.line("");
      text.row("ledger", "server", "may open", "accepts", "sum");
      text.row("---", "---", "---", "---", "---");
      checked
          .ledger()
          .forEach(
              balance ->
                  text.row(
                      balance.verdict().label(),
                      MarkdownText.code(balance.server()),
                      balance.ceiling().toString(),
                      balance.accepted(),
                      MarkdownText.plain(String.join(" + ", balance.terms()))));
    }
  }

  private static void remarks(MarkdownText text, Checked checked) {
    if (checked.gated() && !checked.remarks().isEmpty()) {
      text.line("");
      text.row("remark", "where");
      text.row("---", "---");
      checked
          .remarks()
          .forEach(
              remark ->
                  text.row(
                      MarkdownText.plain(remark.message()), MarkdownText.code(remark.where())));
    }
  }

  private static void claims(MarkdownText text, List<CheckedClaim> claims) {
    if (!claims.isEmpty()) {
      text.line("");
      text.line("<details><summary>All %s</summary>", Tally.count(claims.size(), "claim"));
      text.line("");
      text.row("verdict", "claim", "quantity", "stated", "explanation", "where");
      text.row("---", "---", "---", "---", "---", "---");
      claims.forEach(
          claim ->
              text.row(
                  claim.verdict().toString(),
                  MarkdownText.code(claim.claim().id()),
                  MarkdownText.code(claim.claim().quantity()),
                  MarkdownText.plain(Checked.stated(claim)),
                  MarkdownText.plain(claim.explanation()),
                  MarkdownText.code(claim.where())));
      text.line("");
      text.line("</details>");
    }
  }
}
