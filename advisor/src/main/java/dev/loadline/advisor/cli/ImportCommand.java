package dev.loadline.advisor.cli;

import dev.loadline.advisor.document.markdown.Draft;
import dev.loadline.advisor.document.markdown.Fact;
import dev.loadline.advisor.document.markdown.Unread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loadline import}: a draft of a model from a document in Markdown. */
@Command(
    name = "import",
    description = "Draft a model from a capacity analysis in Markdown.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:drafted; what was not understood is on stderr, a line each",
      "2:the document cannot be read, or the model is there already"
    })
final class ImportCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "DOC.md", description = "the document")
  private String document = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "MODEL.yaml",
      description = "where the model is written; stdout if left out")
  private @Nullable Path output;

  @Option(names = "--force", description = "write over a model that is there already")
  private boolean force;

  @Override
  public Integer call() {
    Printer printer = Printer.of(spec);
    try {
      Draft draft = Documents.draft(document);
      write(printer, draft.yaml());
      printer.refuse(summary(draft));
      return 0;
    } catch (IllegalArgumentException e) {
      printer.refuse(String.valueOf(e.getMessage()));
      return 2;
    }
  }

  /** A model that is there stays whole until the new one is. */
  private void write(Printer printer, String yaml) {
    if (output == null) {
      printer.print(yaml);
      return;
    }
    if (!force && Files.exists(output)) {
      throw new IllegalArgumentException(output + " is there already; --force writes over it");
    }
    Path next = output.resolveSibling(output.getFileName() + ".next");
    try {
      Files.writeString(next, yaml);
      Files.move(next, output, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IllegalArgumentException("%s cannot be written: %s".formatted(output, e), e);
    }
  }

  private static String summary(Draft draft) {
    long certain =
        draft.facts().stream().filter(fact -> fact.certainty() == Fact.Certainty.CERTAIN).count();
    StringBuilder summary = new StringBuilder();
    summary.append(
        "%s: facts %d, guesses among them %d, lines with figures that were not understood %d"
            .formatted(
                draft.name(),
                draft.facts().size(),
                draft.facts().size() - certain,
                draft.unread().size()));
    for (Unread unread : draft.unread()) {
      summary.append(
          "\n%s:%d: %s (%s)".formatted(draft.name(), unread.line(), unread.text(), unread.why()));
    }
    return summary.toString();
  }
}
