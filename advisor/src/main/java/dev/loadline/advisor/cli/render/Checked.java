package dev.loadline.advisor.cli.render;

import dev.loadline.advisor.check.CheckedClaim;
import dev.loadline.advisor.check.Finding;
import dev.loadline.advisor.check.Report;
import dev.loadline.advisor.document.unit.Unit;
import java.util.List;

/** One checked document, as the renderers read it. */
public record Checked(Report report) {

  public String model() {
    return report.file().model().model();
  }

  String document() {
    return report.file().model().document();
  }

  public List<CheckedClaim> claims() {
    return report.claims();
  }

  public List<Finding> findings() {
    return report.findings();
  }

  /** The unit of what is stated, and so of what is computed; empty where it is words. */
  static String unit(CheckedClaim claim) {
    Unit unit = claim.claim().unit();
    return unit == null ? "" : unit.label();
  }

  /** {@code 400-500 requests/second}; nothing where it is words. */
  static String stated(CheckedClaim claim) {
    return claim.claim().stated() == null ? "" : claim.claim().stated().toString();
  }

  /** {@code 333.3-400 requests/second}; nothing where it could not be computed. */
  static String computed(CheckedClaim claim) {
    return claim.computed() == null ? "" : (claim.computed() + " " + unit(claim)).strip();
  }
}
