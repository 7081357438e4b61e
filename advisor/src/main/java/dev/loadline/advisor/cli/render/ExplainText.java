package dev.loadline.advisor.cli.render;

import dev.loadline.collector.signal.Explanation;
import dev.loadline.collector.signal.Explanation.Dropped;
import dev.loadline.collector.signal.Explanation.Known;
import dev.loadline.collector.signal.Explanation.Said;
import dev.loadline.collector.signal.Explanation.Stranger;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Signal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code explain} says to people. */
public final class ExplainText {
  private static final int SHOWN = 6;

  private final Style style;

  public ExplainText(Style style) {
    this.style = style;
  }

  public String of(Explanation explanation) {
    return recognised(explanation.resources())
        + unrecognised(explanation.unrecognised())
        + dropped(explanation.dropped())
        + notes(explanation.notes());
  }

  private String recognised(List<Known> resources) {
    if (resources.isEmpty()) {
      return style.bold("Recognised: nothing") + "\n";
    }
    StringBuilder text = new StringBuilder(heading("Recognised", resources.size(), "resource"));
    Columns columns = new Columns();
    for (Known known : resources) {
      columns.add((column, cell) -> style.bold(cell), Style.visible(known.resource().toString()));
      known.signals().forEach(said -> columns.add(this::paint, cells(said)));
      if (lacksLimit(known)) {
        columns.add(this::paint, "  limit", "unknown", "", "unknown", "nothing publishes it");
      }
    }
    return text.append(columns.text()).toString();
  }

  private String paint(int column, String cell) {
    return column == 3 ? style.faint(cell) : cell;
  }

  private static boolean lacksLimit(Known known) {
    return known.limit().equals("unknown")
        && known.resource().kind() != ResourceKind.REQUESTS
        && known.signals().stream().anyMatch(said -> said.signal() == Signal.IN_USE);
  }

  private static String[] cells(Said said) {
    String value = said.value().isPresent() ? number(said.value().getAsDouble()) : "none yet";
    String many =
        said.count().isPresent()
            ? " (mean of %s)".formatted(number(said.count().getAsDouble()))
            : "";
    return new String[] {
      "  " + said.signal().label(), value, said.unit() + many, said.provenance(), said.from()
    };
  }

  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
    return Math.rint(value) == value && Math.abs(value) < 1e15
        ? "%,d".formatted((long) value)
        : rounded.toPlainString();
  }

  private String unrecognised(List<Stranger> strangers) {
    if (strangers.isEmpty()) {
      return "";
    }
    Map<String, List<Stranger>> groups = new TreeMap<>();
    for (Stranger stranger : strangers) {
      groups.computeIfAbsent(prefix(stranger.name()), unused -> new ArrayList<>()).add(stranger);
    }
    StringBuilder text =
        new StringBuilder("\n").append(heading("Unrecognised", strangers.size(), "name"));
    Columns columns = new Columns();
    groups.forEach((prefix, group) -> columns.add("  " + prefix, count(group), names(group)));
    return text.append(columns.text()).toString();
  }

  private static String prefix(String name) {
    int end = name.indexOf('_');
    int dot = name.indexOf('.');
    int first = end < 0 || (dot >= 0 && dot < end) ? dot : end;
    return first <= 0 ? name : name.substring(0, first + 1);
  }

  private static String count(List<Stranger> group) {
    return "%s, %s"
        .formatted(
            plural(group.size(), "name"),
            plural(group.stream().mapToInt(Stranger::lines).sum(), "line"));
  }

  private static String names(List<Stranger> group) {
    String names =
        String.join(", ", group.stream().limit(SHOWN).map(Stranger::name).toList())
            + (group.size() > SHOWN ? ", … and %d more".formatted(group.size() - SHOWN) : "");
    return group.stream()
        .map(Stranger::near)
        .flatMap(Optional::stream)
        .findFirst()
        .map(near -> names + " (nearest: " + near + ")")
        .orElse(names);
  }

  private String dropped(List<Dropped> dropped) {
    if (dropped.isEmpty()) {
      return "";
    }
    Columns columns = new Columns();
    dropped.forEach(each -> columns.add("  " + each.name(), each.reason()));
    return "\n" + heading("Dropped", dropped.size(), "name") + columns.text();
  }

  private String notes(List<String> notes) {
    if (notes.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n").append(style.bold("Notes")).append('\n');
    notes.forEach(note -> text.append("  ").append(Style.visible(note)).append('\n'));
    return text.toString();
  }

  private String heading(String word, int count, String thing) {
    return style.bold(word + ": " + plural(count, thing)) + "\n";
  }

  private static String plural(int count, String thing) {
    return "%,d %s%s".formatted(count, thing, count == 1 ? "" : "s");
  }
}
