package dev.loadline.collector.catalogue;

import dev.loadline.collector.catalogue.Meaning.Claim;
import dev.loadline.collector.signal.Series.Part;
import dev.loadline.collector.signal.Signal;
import dev.loadline.collector.yaml.Located;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Spells out the lines of tables: each under every name that its metric can have. */
final class IndexBuilder {
  static final String DECAYS = "a maximum of the last minutes only";
  private static final String QUANTILES = "quantiles of a summary cannot be added up";

  private final Index index = new Index();
  private final Problems problems = new Problems();

  /**
   * @throws dev.loadline.collector.yaml.ProblemsException with all lines that are not to be had
   */
  static Index build(List<Table> tables) {
    IndexBuilder builder = new IndexBuilder();
    tables.stream()
        .sorted(Comparator.comparingInt(Table::priority).reversed().thenComparing(Table::exporter))
        .forEach(builder::add);
    builder.problems.check();
    builder.index.sort();
    return builder.index;
  }

  private void add(Table table) {
    index.tables.add(table);
    table.metrics().forEach((key, entry) -> problems.guard(entry, () -> add(table, key, entry)));
    table.ignored().forEach((key, text) -> problems.guard(text, () -> ignore(table, key, text)));
    table.derived().forEach(derived -> problems.operands(table, derived));
  }

  private void add(Table table, String key, Located<Entry> located) {
    Entry entry = located.value();
    MetricName name = MetricName.parse(key);
    Claim claim = new Claim(table, key, name.selector(), located.where());
    Unit unit = entry.unit();
    if (unit == null) {
      spell(claim, name.pattern(), entry.factor(), entry);
      return;
    }
    NamePattern bare = name.pattern().withoutTotal();
    spell(claim, bare, entry.factor() * unit.factor(), entry);
    for (Unit other : unit.alike()) {
      spell(claim, bare.plus(other.suffix()), entry.factor() * other.factor(), entry);
    }
  }

  private void spell(Claim claim, NamePattern name, double factor, Entry entry) {
    Signal.Type type = entry.signal().signal().type();
    if (type == Signal.Type.HISTOGRAM && entry.part() == null) {
      for (Part part : List.of(Part.COUNT, Part.SUM, Part.BUCKET)) {
        String ending = "_" + part.name().toLowerCase(Locale.ROOT);
        put(new Meaning(claim, name.plus(ending), part, factor, entry, ""));
      }
      put(none(claim, name, QUANTILES));
      index.putLoosely(none(claim, name.plus("_max"), DECAYS));
      return;
    }
    Part part = entry.part() == null ? Part.VALUE : entry.part();
    Meaning meaning = new Meaning(claim, name, part, factor, entry, "");
    put(meaning);
    if (type != Signal.Type.GAUGE) {
      putOtherTotal(meaning);
    }
  }

  private void ignore(Table table, String key, Located<String> reason) {
    MetricName name = MetricName.parse(key);
    Claim claim = new Claim(table, key, name.selector(), reason.where());
    Meaning meaning = none(claim, name.pattern(), reason.value());
    put(meaning);
    putOtherTotal(meaning);
    index.putIgnored(meaning);
  }

  private void putOtherTotal(Meaning meaning) {
    NamePattern name = meaning.name();
    String last = name.literals().get(name.literals().size() - 1);
    if (name.exact() || !last.endsWith("_total")) {
      index.putLoosely(
          name.exact()
              ? named(meaning, NamePattern.parse(Names.otherTotal(name.text())))
              : named(meaning, name.plus("_total")));
    }
  }

  private static Meaning named(Meaning meaning, NamePattern name) {
    return new Meaning(
        meaning.claim(), name, meaning.part(), meaning.factor(), meaning.entry(), meaning.reason());
  }

  private static Meaning none(Claim claim, NamePattern name, String reason) {
    return new Meaning(claim, name, Part.VALUE, 1, null, reason);
  }

  private void put(Meaning meaning) {
    problems.claimed(meaning, index.named(meaning.name().text()));
    index.put(meaning);
  }
}
