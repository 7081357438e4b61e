package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says which resources that go by different names are one. Only tables say so, or a name that had
 * to be folded, or that two tables of one family each have exactly one of a kind, with the same
 * limit and, where both say it, as many in use.
 */
final class Links {
  private final List<Found> found;
  private final Map<Resource, Resource> names = new LinkedHashMap<>();
  private final Set<String> notes = new TreeSet<>();

  private Links(List<Found> found) {
    this.found = found;
  }

  static Links of(List<Found> found, Set<Table> tables) {
    Links links = new Links(found);
    tables.forEach(
        table ->
            table
                .aliases()
                .forEach((from, to) -> links.names.put(Resource.parse(from), to.resource())));
    links.unfold();
    links.compare();
    return links;
  }

  List<String> notes() {
    return List.copyOf(notes);
  }

  List<Found> applied() {
    return found.stream()
        .map(each -> names.containsKey(each.resource()) ? each.with(name(each.resource())) : each)
        .toList();
  }

  private Resource name(Resource resource) {
    return names.getOrDefault(resource, resource);
  }

  /** {@code orders_pool} from a metric's name is {@code orders-pool}, if only one folds to it. */
  private void unfold() {
    if (found.stream().noneMatch(Found::inName)) {
      return;
    }
    Map<Resource, Set<Resource>> plain = new HashMap<>();
    for (Found each : found) {
      if (!each.inName()) {
        plain
            .computeIfAbsent(folded(each.resource()), unused -> new TreeSet<>())
            .add(each.resource());
      }
    }
    for (Found each : found) {
      Set<Resource> same = plain.getOrDefault(folded(each.resource()), Set.of());
      if (each.inName() && same.size() == 1) {
        names.putIfAbsent(each.resource(), name(same.iterator().next()));
      }
    }
  }

  private static Resource folded(Resource resource) {
    return new Resource(resource.kind(), Names.folded(resource.name()));
  }

  private void compare() {
    Map<Kin, Map<Table, Set<Resource>>> families = new LinkedHashMap<>();
    for (Found each : found) {
      String family = each.table().family();
      if (family != null) {
        families
            .computeIfAbsent(new Kin(family, each.resource().kind()), unused -> new HashMap<>())
            .computeIfAbsent(each.table(), unused -> new TreeSet<>())
            .add(name(each.resource()));
      }
    }
    families.values().forEach(this::compare);
  }

  private void compare(Map<Table, Set<Resource>> resources) {
    List<Table> tables = new ArrayList<>(resources.keySet());
    tables.sort(Comparator.comparingInt(Table::priority).reversed().thenComparing(Table::exporter));
    for (int i = 1; i < tables.size(); i++) {
      Set<Resource> first = resources.getOrDefault(tables.get(0), Set.of());
      Set<Resource> other = resources.getOrDefault(tables.get(i), Set.of());
      if (first.size() == 1 && other.size() == 1 && !first.equals(other)) {
        compare(tables.get(0), first.iterator().next(), tables.get(i), other.iterator().next());
      } else if (!first.containsAll(other)) {
        notes.add(
            "%s has %s and %s has %s: whether some are the same nobody says; aliases in a table can"
                .formatted(tables.get(0).exporter(), first, tables.get(i).exporter(), other));
      }
    }
  }

  private void compare(Table one, Resource first, Table two, Resource other) {
    if (value(one, first, Signal.LIMIT).isPresent()
        && value(one, first, Signal.LIMIT).equals(value(two, other, Signal.LIMIT))
        && !differ(value(one, first, Signal.IN_USE), value(two, other, Signal.IN_USE))) {
      names.put(other, first);
      names.replaceAll((from, to) -> to.equals(other) ? first : to);
      notes.add(
          "%s of %s is taken for %s of %s: one each, with the same limit, and what is in use does not differ"
              .formatted(other, two.exporter(), first, one.exporter()));
    } else {
      notes.add(
          "%s of %s and %s of %s may be the same: their limits or numbers in use differ or are not known, so they stay two; aliases in a table can link them"
              .formatted(first, one.exporter(), other, two.exporter()));
    }
  }

  /** What only one of them publishes contradicts nothing. */
  private static boolean differ(Optional<Double> one, Optional<Double> other) {
    return one.isPresent() && other.isPresent() && !one.equals(other);
  }

  private Optional<Double> value(Table table, Resource resource, Signal signal) {
    return found.stream()
        .filter(each -> each.table().equals(table) && each.signal() == signal)
        .filter(each -> name(each.resource()).equals(resource))
        .map(Found::value)
        .findFirst();
  }

  private record Kin(String family, ResourceKind kind) {}
}
