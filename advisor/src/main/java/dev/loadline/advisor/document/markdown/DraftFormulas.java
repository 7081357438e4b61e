package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.DraftOptions.Written;
import dev.loadline.advisor.document.markdown.Fact.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sums behind a draft's claims, over its figures and options where the text says of which. */
final class DraftFormulas {
  private static final String CONNECTIONS = "resources.pool.size + resources.pool.overflow";
  private static final Pattern GAIN = Pattern.compile("option\\..*\\.factor");
  private static final Pattern SCENARIO = Pattern.compile("scenario\\.(\\w+)\\.users");
  private static final Pattern DIVIDED =
      Pattern.compile("~?([\\d,.]+)\\s*[/÷]\\s*([\\d.]+)(?:\\s=.*)?");
  private static final Pattern SINGLE =
      Pattern.compile("users\\.(?:default|concurrent|conservative|optimistic)|stage\\.now\\.users");
  private static final Pattern INSTANCES =
      Pattern.compile("\\b(\\d{1,6}) (?:instances|servers|replicas|nodes|pods)\\b");
  private static final Pattern FROM =
      Pattern.compile("(?<![\\w.,])(\\d[\\d,.]*)\\s?([kKM]?)\\s?(?:→|->|=>)\\s?~?\\d");

  private final Draft draft;
  private final DraftFigures figures;
  private final DraftOptions options;

  DraftFormulas(Draft draft, DraftFigures figures, DraftOptions options) {
    this.draft = draft;
    this.figures = figures;
    this.options = options;
  }

  /** The sum of a fact; null where the document gives none. */
  @Nullable String of(Fact fact) {
    String written = DraftYaml.formula(fact.formula());
    return Optional.ofNullable(told(fact)).orElse(written);
  }

  /** What a sum leaves out; null where it is whole. */
  @Nullable String lacks(Fact fact) {
    String told = told(fact);
    if (told == null || !told.matches(".*\\b(?:users|factor)\\(.*")) {
      return null;
    }
    Written option = options.of(fact).map(options.options()::get).orElse(null);
    if (option != null && !option.whole()) {
      return "the section changes more than the model says";
    }
    boolean pool = figures.has("resources.pool.") && !figures.has("resources.pool.hold");
    return pool
        ? "for how long a request holds a connection is not stated"
        : figures.has("resources.writer.") ? "how long a write takes is not stated" : null;
  }

  private @Nullable String told(Fact fact) {
    Figure figure = fact.figure();
    if (figure == null || (fact.kind() != Kind.CLAIM && fact.kind() != Kind.DERIVED)) {
      return fact.kind() == Kind.ADVICE
          ? capacity(fact)
          : fact.kind() == Kind.GAP ? copies(fact) : null;
    }
    String changed = options.of(fact).map(option -> after(fact, figure, option)).orElse(null);
    if (changed != null) {
      return changed;
    }
    if (!fact.certain()) {
      return null;
    }
    String now = now(fact);
    return now != null ? now : fact.kind() == Kind.DERIVED ? derived(fact) : null;
  }

  private @Nullable String capacity(Fact fact) {
    return fact.certain() && fact.quantity().endsWith("pool.capacity")
        ? options
            .of(fact)
            .filter(
                option ->
                    Objects.requireNonNull(options.options().get(option))
                        .changes()
                        .containsKey("resources.pool.size"))
            .map(option -> "after(%s, %s)".formatted(option, CONNECTIONS))
            .orElse(null)
        : null;
  }

  /** {@code With 10 instances, a user can make 600}, of 60 in each. */
  private @Nullable String copies(Fact fact) {
    Fact limit = placed("ratelimit.per_client");
    Figure each = limit == null ? null : limit.figure();
    Figure all = fact.figure();
    Matcher instances = INSTANCES.matcher(fact.raw());
    if (!fact.quantity().equals("ratelimit.per_instance")
        || each == null
        || all == null
        || limit == null
        || each.low() == null
        || !instances.find()) {
      return null;
    }
    double copies = Double.parseDouble(instances.group(1));
    return Figure.of(copies * each.low(), each.unit()).sameAs(all)
        ? "%s * %s".formatted(Figure.text(copies), figures.pathOf(limit))
        : null;
  }

  private @Nullable String after(Fact fact, Figure figure, String option) {
    if (figure.unit().equals("x") && GAIN.matcher(fact.quantity()).matches() && fact.certain()) {
      return "factor(%s)".formatted(option);
    }
    if (!figure.unit().equals("users")) {
      return null;
    }
    Matcher from = FROM.matcher(fact.raw());
    if (from.find()) {
      double users = Measure.value(from.group(1), from.group(2).isEmpty() ? null : from.group(2));
      return "%s [users] * factor(%s)".formatted(Figure.text(users), option);
    }
    if (!fact.certain() || !fact.quantity().matches("(?:\\w+\\.)?users")) {
      return null;
    }
    if (figures.has("users.profiles.average.")) {
      return "after(%s, users(average))".formatted(option);
    }
    return figures.has("users.stated") ? "users.stated * factor(%s)".formatted(option) : null;
  }

  private @Nullable String now(Fact fact) {
    if (fact.kind() != Kind.CLAIM) {
      return null;
    }
    if (SINGLE.matcher(fact.quantity()).matches() && poolFirst()) {
      return "pool.throughput / users.profiles.average.rate";
    }
    if (DraftFigures.NOW.contains(fact.quantity())) {
      return figures.has("users.profiles.average.") ? "users(average)" : null;
    }
    Matcher scenario = SCENARIO.matcher(fact.quantity());
    boolean rated =
        scenario.matches()
            && draft.facts().stream()
                .filter(other -> figures.pathOf(other) != null)
                .anyMatch(
                    other -> other.quantity().equals("scenario." + scenario.group(1) + ".rate"));
    return rated ? "users(%s)".formatted(scenario.group(1)) : null;
  }

  /** Whether the pool stops the service first, at a rate that is stated in what users are. */
  private boolean poolFirst() {
    String rate = figures.values().getOrDefault("users.profiles.average.rate", "");
    boolean first =
        draft.facts().stream()
            .map(this::order)
            .filter(order -> !order.isEmpty())
            .findFirst()
            .map(order -> order.get(0).equals("pool/database"))
            .orElse(false);
    return first
        && rate.contains("queries/")
        && draft.facts().stream()
            .filter(fact -> fact.quantity().equals("pool.throughput") && fact.certain())
            .map(Fact::figure)
            .anyMatch(figure -> figure != null && figure.unit().startsWith("queries/"));
  }

  private @Nullable String derived(Fact fact) {
    String each = UsedBySums.each(fact);
    if (each != null) {
      return total(fact, each);
    }
    return switch (fact.quantity()) {
      case "pool.throughput_ideal" -> ideal(fact);
      case "users.at_average" -> divided(fact, "user.rate.average");
      case "users.at_peak" -> divided(fact, "user.rate.peak");
      case "users.at_rate_limit" -> divided(fact, "ratelimit.per_client");
      default -> null;
    };
  }

  /** {@code 1,000 × 3 MB}, where 3 MB are what the sums use of a user's range. */
  private @Nullable String total(Fact fact, String each) {
    Measure factor = UsedBySums.factor(fact);
    Fact one = placed(each);
    Figure range = one == null ? null : one.figure();
    if (factor == null
        || one == null
        || range == null
        || !Objects.equals(range.used(), factor.low())) {
      return null;
    }
    Measure users = Measure.in(Objects.requireNonNull(fact.formula())).get(0);
    return users.figure().isPoint() && users.low() != null
        ? "%s [users] * %s".formatted(Figure.text(users.low()), figures.pathOf(one))
        : null;
  }

  /** All connections and how long each is held, where the sum counts the same connections. */
  private @Nullable String ideal(Fact fact) {
    if (!figures.has("resources.pool.size") || !figures.has("resources.pool.hold")) {
      return null;
    }
    List<Measure> factors = Measure.in(Objects.requireNonNullElse(fact.formula(), ""));
    double connections = 0;
    for (String path : List.of("resources.pool.size", "resources.pool.overflow")) {
      String text = figures.values().get(path);
      connections +=
          text == null ? 0 : Measure.in(text).get(0).figure().isPoint() ? first(text) : Double.NaN;
    }
    return factors.size() == 2
            && factors
                .get(0)
                .figure()
                .equals(Figure.of(connections, factors.get(0).figure().unit()))
        ? "(" + CONNECTIONS + ") / resources.pool.hold"
        : null;
  }

  private static double first(String text) {
    Double low = Measure.in(text).get(0).low();
    return low == null ? Double.NaN : low;
  }

  /** {@code 6,000 / 60}: by what is divided, its quantity says. */
  private @Nullable String divided(Fact fact, String by) {
    Fact rate = placed(by);
    Figure figure = rate == null ? null : rate.figure();
    String formula = fact.formula();
    Matcher sum = DIVIDED.matcher(formula == null ? "" : formula);
    if (figure == null || rate == null || !sum.matches()) {
      return null;
    }
    Double divisor = figure.isPoint() ? figure.low() : figure.used();
    return Objects.equals(divisor, Measure.value(sum.group(2), null))
        ? "%s [%s] / %s"
            .formatted(
                Figure.text(Measure.value(sum.group(1), null)), figure.unit(), figures.pathOf(rate))
        : null;
  }

  private @Nullable Fact placed(String quantity) {
    return draft.facts().stream()
        .filter(fact -> fact.quantity().equals(quantity) && figures.pathOf(fact) != null)
        .findFirst()
        .orElse(null);
  }

  /** The resources in an order of bottlenecks; empty where the first is none of the model's. */
  List<String> order(Fact fact) {
    if (!fact.quantity().equals("bottleneck.order") || !fact.certain()) {
      return List.of();
    }
    List<String> order = new ArrayList<>();
    for (String name : Plain.lower(fact.words()).split(", (?=\\d+ )")) {
      Optional<String> resource = resource(name);
      if (order.isEmpty() && resource.isEmpty()) {
        return List.of();
      }
      resource.filter(one -> !order.contains(one)).ifPresent(order::add);
    }
    return order;
  }

  private Optional<String> resource(String name) {
    List<String> limits =
        figures.values().keySet().stream()
            .filter(path -> path.startsWith("resources.ratelimit.classes."))
            .map(path -> path.split("\\.")[3])
            .toList();
    String resource =
        Said.in(name, "rate[- ]?limit")
            ? limits.size() == 1 ? "rate-limit/" + limits.get(0) : ""
            : Said.in(name, "connection pool|database (?:connection|pool)|\\bdb pool")
                ? figures.has("resources.pool.size") ? "pool/database" : ""
                : Said.in(name, "\\bworkers?\\b")
                    ? figures.has("resources.workers.") ? "workers/workers" : ""
                    : "";
    return resource.isEmpty() ? Optional.empty() : Optional.of(resource);
  }
}
