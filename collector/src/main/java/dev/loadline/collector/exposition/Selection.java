package dev.loadline.collector.exposition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** All samples of the names that are wanted, and the first one of every other. */
final class Selection implements Sink {
  private final Predicate<String> wanted;
  private final Map<String, Boolean> names = new HashMap<>();
  private final List<Point> points = new ArrayList<>();
  private boolean all;

  Selection(Predicate<String> wanted) {
    this.wanted = wanted;
  }

  List<Point> points() {
    return points;
  }

  /** Whether the next sample of this name is to be taken. */
  boolean wants(String name) {
    Boolean known = names.get(name);
    all = known == null ? wanted.test(name) : known;
    if (known == null) {
      names.put(name, all);
    }
    return all || known == null;
  }

  @Override
  public boolean wants(byte[] bytes, int from, int to) {
    return wants(new String(bytes, from, to - from, StandardCharsets.UTF_8));
  }

  @Override
  public boolean take(Row row) {
    return take(row.point());
  }

  boolean take(Point point) {
    points.add(point);
    return all;
  }
}
