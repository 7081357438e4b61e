package dev.loadline.advisor.cli.render;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.plan.Change;
import dev.loadline.advisor.plan.Need;
import dev.loadline.advisor.plan.Prospect;
import dev.loadline.advisor.plan.Sizing;
import dev.loadline.advisor.plan.Way;
import dev.loadline.advisor.plan.WhatIf;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan for people at a terminal. */
public record PlanText(Style style) {

  public String of(Planned planned) {
    WhatIf whatIf = planned.whatIf();
    StringBuilder text = new StringBuilder();
    text.append(style.bold(Style.visible(whatIf.model())))
        .append("  ")
        .append(Style.visible(planned.document()))
        .append("\n\n");
    if (whatIf.changes().isEmpty()) {
      text.append(now(whatIf.before()));
    } else {
      text.append(changes(whatIf.changes())).append('\n').append(beside(whatIf));
    }
    list(text, "not modelled", whatIf.notModelled());
    refusal(text, whatIf);
    Sizing sizing = planned.sizing();
    if (sizing != null) {
      text.append('\n').append(sizing(sizing));
    }
    return text.toString();
  }

  private static String changes(List<Change> changes) {
    Columns columns = new Columns();
    for (Change change : changes) {
      columns.add(
          "change",
          change.path(),
          change.from() == null ? "not set" : change.from(),
          "-> " + change.to());
    }
    return columns.text();
  }

  private static String now(Prospect prospect) {
    Columns columns = new Columns();
    columns.add("capacity", Figured.text(prospect.capacity()));
    prospect
        .users()
        .forEach((profile, users) -> columns.add("users " + profile, Figured.text(users)));
    limits(columns, prospect);
    columns.add("bottleneck", word(prospect.bottleneck()));
    columns.add("next", word(prospect.next()));
    columns.add("cost", Figured.text(prospect.cost()));
    columns.add("because", prospect.capacity().explanation());
    return columns.text();
  }

  private static String beside(WhatIf whatIf) {
    Prospect before = whatIf.before();
    Prospect after = whatIf.after();
    Columns columns = new Columns();
    columns.add("", "before", "after");
    row(columns, "capacity", before.capacity(), after.capacity());
    after
        .users()
        .forEach(
            (profile, users) ->
                row(columns, "users " + profile, before(before.users(), profile, users), users));
    limits(columns, before, after);
    columns.add("bottleneck", word(before.bottleneck()), word(after.bottleneck()));
    columns.add("next", word(before.next()), word(after.next()));
    row(columns, "cost", before.cost(), after.cost());
    Columns sums = new Columns();
    sums.add("factor", Figured.text(whatIf.factor()));
    sums.add("before", before.capacity().explanation());
    sums.add("after", after.capacity().explanation());
    return columns.text() + "\n" + sums.text();
  }

  /** Limits of single keys: {@code limit per_client 1 requests/s per key}. */
  private static void limits(Columns columns, Prospect prospect) {
    prospect.limits().forEach(limit -> columns.add(named(limit), rate(limit)));
  }

  private static void limits(Columns columns, Prospect before, Prospect after) {
    after.limits().forEach(limit -> columns.add(named(limit), before(before, limit), rate(limit)));
  }

  private static String named(Ceiling limit) {
    return limit.resource().replaceFirst("rate-limit/", "limit ");
  }

  private static String rate(Ceiling limit) {
    return "%s %s".formatted(Figured.round(limit.at()), limit.driver().unit());
  }

  private static String before(Prospect before, Ceiling limit) {
    return before.limits().stream()
        .filter(one -> one.resource().equals(limit.resource()))
        .findFirst()
        .map(PlanText::rate)
        .orElse("not there before");
  }

  static Estimate before(Map<String, Estimate> users, String profile, Estimate after) {
    return users.getOrDefault(profile, Estimate.unknown(after.unit(), "not there before"));
  }

  private static void row(Columns columns, String name, Estimate before, Estimate after) {
    columns.add(name, cell(before), cell(after));
  }

  private static String cell(Estimate estimate) {
    return Figured.range(estimate) + (estimate.known() ? " " + estimate.unit() : "");
  }

  private static String word(@Nullable String resource) {
    return resource == null ? "none known" : resource;
  }

  private void refusal(StringBuilder text, WhatIf whatIf) {
    if (whatIf.refused() != null) {
      text.append('\n')
          .append(style.bad("refused"))
          .append("  ")
          .append(Style.visible(whatIf.refused()))
          .append('\n');
      list(text, "what would fit", whatIf.offers());
    }
  }

  private static void list(StringBuilder text, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append('\n').append(title).append('\n');
      lines.forEach(line -> text.append("  - ").append(Style.visible(line)).append('\n'));
    }
  }

  private String sizing(Sizing sizing) {
    StringBuilder text = new StringBuilder();
    text.append(style.bold(question(sizing))).append("\n\n").append(needs(sizing.needs()));
    text.append(sizing.needs().isEmpty() ? "" : "\n").append(ways(sizing.ways()));
    list(text, "the document recommends", sizing.documented());
    list(text, "unknown", sizing.unknown());
    return text.toString();
  }

  /** {@code for 10000 users of the profile average: 500 requests/s}. */
  static String question(Sizing sizing) {
    String rate = Double.isNaN(sizing.rate()) ? "" : Figured.round(sizing.rate()) + " requests/s";
    if (Double.isNaN(sizing.users())) {
      return "for " + rate;
    }
    return "for %s users%s%s"
        .formatted(
            Figured.round(sizing.users()),
            sizing.profile() == null ? "" : " of the profile " + sizing.profile(),
            rate.isEmpty() ? "" : ": " + rate);
  }

  private static String needs(List<Need> needs) {
    Columns columns = new Columns();
    for (Need need : needs) {
      columns.add(
          "needs",
          need.resource(),
          needed(need),
          Double.isNaN(need.now()) ? "not stated now" : "now " + Figured.round(need.now()),
          need.because());
    }
    return columns.text();
  }

  /** {@code 30 (10-100) connections}. */
  static String needed(Need need) {
    String low = Figured.round(need.low());
    String high = Figured.round(need.high());
    String range = low.equals(high) ? "" : " (%s-%s)".formatted(low, high);
    return "%s%s %s".formatted(Figured.round(need.needed()), range, need.what());
  }

  private String ways(List<Way> ways) {
    if (ways.isEmpty()) {
      return "no option or rung of the document carries this, and neither do more instances\n";
    }
    Columns columns = new Columns();
    for (Way way : ways) {
      String refusal = way.refused();
      boolean refused = refusal != null;
      columns.add(
          (column, cell) -> column > 0 ? cell : refused ? style.bad(cell) : style.good(cell),
          refused ? "refused" : "carries",
          way.name(),
          cell(way.cost()).replace("unknown", "cost unknown"),
          cell(carried(way)),
          "then " + word(way.bottleneck()),
          refusal == null ? set(way) : refusal);
    }
    return columns.text();
  }

  /** Users, or requests where no rate per user is known. */
  static Estimate carried(Way way) {
    return way.users().known() ? way.users() : way.capacity();
  }

  static String set(Way way) {
    return way.changes().entrySet().stream()
        .map(change -> change.getKey() + "=" + change.getValue())
        .collect(Collectors.joining(", "));
  }
}
