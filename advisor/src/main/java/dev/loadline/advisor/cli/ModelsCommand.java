package dev.loadline.advisor.cli;

import dev.loadline.advisor.check.Report;
import dev.loadline.advisor.check.RulesPage;
import dev.loadline.advisor.cli.render.Checked;
import dev.loadline.advisor.cli.render.ModelsJson;
import dev.loadline.advisor.cli.render.ModelsText;
import dev.loadline.advisor.cli.schema.ModelSchema;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.ledger.Ledger;
import dev.loadline.collector.yaml.Nearest;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loadline models}: the models that come along, and one of them to start from. */
@Command(
    name = "models",
    description = "List the built-in models, or print one to start from.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:listed or printed", "2:no model of that name"})
final class ModelsCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "prints this one as YAML")
  private @Nullable String name;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "of the list: text or json (${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  @Option(names = "--schema", description = "prints the JSON Schema of models instead, for editors")
  private boolean schema;

  @Option(names = "--rules", description = "prints the rules of check instead, with their examples")
  private boolean rules;

  /** How the list is written. */
  enum Format {
    TEXT,
    JSON
  }

  @Override
  public Integer call() {
    Printer printer = Printer.of(spec);
    if (schema) {
      printer.print(ModelSchema.text());
      return 0;
    }
    if (rules) {
      printer.print(RulesPage.markdown());
      return 0;
    }
    if (name == null) {
      printer.print(list(printer));
      return 0;
    }
    if (!Models.BUILT_IN.contains(name)) {
      printer.refuse("no built-in model '%s'%s".formatted(name, hint(name)));
      return 2;
    }
    printer.print(Models.text(name));
    return 0;
  }

  private String list(Printer printer) {
    List<Checked> models = Models.builtIn().stream().map(file -> checked(file)).toList();
    return switch (format) {
      case TEXT -> new ModelsText(printer.style()).of(models);
      case JSON -> ModelsJson.of(models);
    };
  }

  private static Checked checked(ModelFile file) {
    return Checked.of(Report.of(file, List.of()), new Ledger(List.of()), false, List.of());
  }

  private static String hint(String name) {
    return Nearest.hint(name, Models.BUILT_IN);
  }
}
