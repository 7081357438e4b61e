package dev.loadline.advisor.cli;

import dev.loadline.advisor.cli.render.PlanJson;
import dev.loadline.advisor.cli.render.PlanMarkdown;
import dev.loadline.advisor.cli.render.PlanText;
import dev.loadline.advisor.cli.render.Planned;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.unit.PerSecond;
import dev.loadline.advisor.plan.Sizing;
import dev.loadline.advisor.plan.WhatIf;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code loadline plan}: what a change would bring, and what a load would take. */
@Command(
    name = "plan",
    description = "Ask a model what-if, and what a number of users needs; nothing need run.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:answered",
      "1:refused: a server would not accept the connections",
      "2:the model or the question cannot be read, every problem on a line of its own"
    })
final class PlanCommand implements Callable<Integer> {
  private static final Pattern USERS = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,6})?)\\s*([kKmM]?)");

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      description = "a built-in model's name, a model in YAML or a document in Markdown")
  private String model = "";

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description =
          "changes a figure, as resources.pool.size=20 or resources.cache.hit_rate='60 %%'; may be"
              + " repeated")
  private List<String> sets = List.of();

  @Option(
      names = "--option",
      paramLabel = "NAME",
      description = "takes an option of the document, or its ladder up to a rung; may be repeated")
  private List<String> options = List.of();

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "what so many users at the same time need: 5000, 10k or 1M")
  private @Nullable String users;

  @Option(names = "--profile", paramLabel = "NAME", description = "how these users behave")
  private @Nullable String profile;

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "what so many requests need: 300/s or 5000 requests/minute")
  private @Nullable String rate;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text, json or markdown (${DEFAULT-VALUE})")
  private Format format = Format.TEXT;

  /** How the answer is written. */
  enum Format {
    TEXT,
    JSON,
    MARKDOWN
  }

  @Override
  public Integer call() {
    Printer printer = Printer.of(spec);
    try {
      Planned planned = planned();
      printer.print(
          switch (format) {
            case TEXT -> new PlanText(printer.style()).of(planned);
            case JSON -> PlanJson.of(planned);
            case MARKDOWN -> PlanMarkdown.of(planned);
          });
      return planned.refused() ? 1 : 0;
    } catch (IllegalArgumentException e) {
      printer.refuse(String.valueOf(e.getMessage()));
      return 2;
    }
  }

  private Planned planned() {
    ModelFile file = Documents.model(model);
    Map<String, String> changes = PlanChanges.of(file, options, sets);
    return new Planned(
        file.model().document(), WhatIf.of(file, changes), sizing(file.with(changes)));
  }

  private @Nullable Sizing sizing(ModelFile changed) {
    if (users != null && rate != null) {
      throw new IllegalArgumentException("--users and --rate are two questions; ask one");
    } else if (profile != null && users == null) {
      throw new IllegalArgumentException("--profile says how --users behave; give both");
    } else if (users != null) {
      return Sizing.forUsers(changed, number(users), profile);
    }
    return rate == null ? null : Sizing.forRate(changed, perSecond(rate));
  }

  static double number(String users) {
    Matcher form = USERS.matcher(users.strip());
    double times =
        !form.matches() || form.group(2).isEmpty()
            ? 1
            : form.group(2).equalsIgnoreCase("k") ? 1_000 : 1_000_000;
    double number = form.matches() ? Double.parseDouble(form.group(1)) * times : 0;
    if (!(number >= 1)) {
      throw new IllegalArgumentException(
          "--users %s: write a number of users as 5000, 10k or 1M".formatted(users));
    }
    return number;
  }

  private static double perSecond(String rate) {
    try {
      double low = PerSecond.parse(rate).amount().usedBase().middle();
      if (low > 0 && Double.isFinite(low)) {
        return low;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--rate %s: %s".formatted(rate, e.getMessage()), e);
    }
    throw new IllegalArgumentException("--rate %s: a rate is more than nothing".formatted(rate));
  }
}
