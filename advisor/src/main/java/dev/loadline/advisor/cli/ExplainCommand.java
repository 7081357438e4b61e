package dev.loadline.advisor.cli;

import dev.loadline.advisor.cli.render.ExplainJson;
import dev.loadline.advisor.cli.render.ExplainText;
import dev.loadline.collector.signal.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loadline explain}: what one exposition is understood to say, and what not, and why. */
@Command(
    name = "explain",
    description = "Show which resources and signals are recognised in what a program publishes.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:something was recognised", "1:nothing was", "2:unreadable"})
final class ExplainCommand implements Callable<Integer> {
  private static final int MAX_BYTES = 16 << 20;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|URL",
      description = "what /metrics answered, - for standard input, or its address")
  private String source = "";

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text or json (${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description = "a table of your own, or a directory of them; may be repeated")
  private List<Path> catalogue = List.of();

  /** How the answer is written. */
  enum Format {
    TEXT,
    JSON
  }

  @Override
  public Integer call() {
    Printer printer = Printer.of(spec);
    try {
      Explanation explanation = explanation();
      printer.print(
          switch (format) {
            case TEXT -> new ExplainText(printer.style()).of(explanation);
            case JSON -> ExplainJson.of(explanation);
          });
      return explanation.resources().isEmpty() ? 1 : 0;
    } catch (IllegalArgumentException e) {
      printer.refuse(String.valueOf(e.getMessage()));
      return 2;
    }
  }

  private Explanation explanation() {
    if (source.startsWith("http://") || source.startsWith("https://")) {
      return Wiring.explain(address(), catalogue);
    }
    return Wiring.explain(name(), bytes(), catalogue);
  }

  private URI address() {
    try {
      return URI.create(source);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not an address: " + source, e);
    }
  }

  private String name() {
    return source.equals("-") ? "standard input" : source;
  }

  private byte[] bytes() {
    try (InputStream in = source.equals("-") ? System.in : Files.newInputStream(Path.of(source))) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IllegalArgumentException(name() + " is larger than 16 MiB; explain a part of it");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(name() + ": there is no such file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(name() + " cannot be read: " + e.getMessage(), e);
    }
  }
}
