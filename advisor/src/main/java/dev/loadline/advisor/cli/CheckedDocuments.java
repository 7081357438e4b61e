package dev.loadline.advisor.cli;

import dev.loadline.advisor.check.Report;
import dev.loadline.advisor.cli.render.Checked;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.ledger.Inventory;
import dev.loadline.advisor.ledger.Ledger;
import dev.loadline.advisor.ledger.ModelLedger;
import dev.loadline.advisor.ledger.manifest.Manifests;
import java.util.List;
import java.util.stream.Stream;

/** Checks documents: each by itself, against those beside it, and its connections in the sum. */
final class CheckedDocuments {
  private final Documents documents;
  private final boolean gated;
  private final Manifests deployed;

  private CheckedDocuments(Documents documents, boolean gated) {
    this.documents = documents;
    this.gated = gated;
    this.deployed =
        documents.deployed().isEmpty()
            ? new Manifests(Inventory.EMPTY, List.of())
            : Manifests.read(documents.deployed(), only(documents.models()));
  }

  /**
   * @param gated whether a ledger that does not balance is a finding
   */
  static List<Checked> of(Documents documents, boolean gated) {
    CheckedDocuments all = new CheckedDocuments(documents, gated);
    return documents.models().isEmpty()
        ? List.of(all.deployment())
        : documents.models().stream().map(all::checked).toList();
  }

  private Checked deployment() {
    return Checked.of(
        String.join(", ", documents.deployed().keySet()),
        Ledger.of(deployed.inventory()),
        deployed.remarks());
  }

  private Checked checked(ModelFile file) {
    List<ModelFile> beside =
        Stream.concat(
                documents.models().stream().filter(other -> other != file),
                Models.builtIn().stream().filter(other -> declares(file, other)))
            .toList();
    Inventory inventory = ModelLedger.inventory(file).overlaid(deployed.inventory());
    return Checked.of(Report.of(file, beside), Ledger.of(inventory), gated, deployed.remarks());
  }

  /** The service of the only model; empty where there is none or there are several. */
  private static String only(List<ModelFile> models) {
    return models.size() == 1 ? models.get(0).model().model() : "";
  }

  /** Whether a document says that a built-in model describes the same service. */
  private static boolean declares(ModelFile file, ModelFile builtIn) {
    return file.model().sameAs().containsKey(builtIn.model().model());
  }
}
