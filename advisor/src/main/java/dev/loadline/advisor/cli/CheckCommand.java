package dev.loadline.advisor.cli;

import dev.loadline.advisor.check.Severity;
import dev.loadline.advisor.cli.render.CheckJson;
import dev.loadline.advisor.cli.render.CheckMarkdown;
import dev.loadline.advisor.cli.render.CheckSarif;
import dev.loadline.advisor.cli.render.CheckText;
import dev.loadline.advisor.cli.render.Checked;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loadline check}: a written capacity analysis held against itself; nothing need run. */
@Command(
    name = "check",
    description = "Recompute the claims of capacity documents and find their mistakes.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:everything holds",
      "1:a claim contradicts its document, or an error was found; see --fail-on and --ledger",
      "2:a file cannot be read, every problem on a line of its own"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "a built-in model's name, a model in YAML or a document in Markdown; several are held"
              + " against one another too")
  private List<String> files = List.of();

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text, json, markdown or sarif (${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  @Option(
      names = "--fail-on",
      defaultValue = "contradicts",
      paramLabel = "LEVEL",
      description =
          "exit with 1 where a claim contradicts or an error is found (contradicts), or where there"
              + " is a warning too (warning); ${DEFAULT-VALUE} if left out")
  private Level failOn = Level.CONTRADICTS;

  @Option(
      names = "--ledger",
      description =
          "sum up the connections that all clients may open, and fail where a server accepts fewer"
              + " or where a deployment file writes a figure that cannot be read (what nobody"
              + " states is unknown and does not fail);"
              + " Kubernetes manifests, a chart's values, Compose files and pgbouncer.ini among the"
              + " files say what is deployed")
  private boolean ledger;

  /** How the answer is written. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN,
    SARIF
  }

  /** From which finding on the check fails. */
  enum Level {
    CONTRADICTS(Severity.ERROR),
    WARNING(Severity.WARNING);

    private final Severity severity;

    Level(Severity severity) {
      this.severity = severity;
    }
  }

  @Override
  public Integer call() {
    Printer printer = Printer.of(spec);
    try {
      Documents documents = Documents.read(files, ledger);
      List<Checked> checked = CheckedDocuments.of(documents, ledger);
      printer.print(rendered(printer, checked));
      documents.remarks().forEach(printer::refuse);
      return checked.stream().anyMatch(one -> one.fails(failOn.severity)) ? 1 : 0;
    } catch (IllegalArgumentException e) {
      printer.refuse(String.valueOf(e.getMessage()));
      return 2;
    }
  }

  private String rendered(Printer printer, List<Checked> checked) {
    return switch (format) {
      case TEXT -> new CheckText(printer.style()).of(checked);
      case JSON -> CheckJson.of(checked);
      case MARKDOWN -> CheckMarkdown.of(checked);
      case SARIF -> CheckSarif.of(checked);
    };
  }
}
