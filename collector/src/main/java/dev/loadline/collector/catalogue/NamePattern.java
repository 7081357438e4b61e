package dev.loadline.collector.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A metric's name, which may have labels inside: {@code {pool}_pool_ActiveConnections}. Compared
 * letter by letter, each letter once; there are no regular expressions in tables.
 *
 * @param literals folded, one more than there are labels
 */
record NamePattern(List<String> literals, List<String> labels) {

  static NamePattern parse(String text) {
    List<String> literals = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    int at = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
      int close = text.indexOf('}', open);
      if (close <= open + 1 || (open == at && at > 0)) {
        throw new IllegalArgumentException("write {label}, with something between two of them");
      }
      literals.add(Names.folded(text.substring(at, open)));
      labels.add(text.substring(open + 1, close));
      at = close + 1;
    }
    literals.add(Names.folded(text.substring(at)));
    if (literals.stream().allMatch(String::isEmpty)) {
      throw new IllegalArgumentException("a name is not made of labels alone");
    }
    return new NamePattern(List.copyOf(literals), List.copyOf(labels));
  }

  boolean exact() {
    return labels.isEmpty();
  }

  /** The folded name; where labels are inside, as it is written. */
  String text() {
    StringBuilder text = new StringBuilder(literals.get(0));
    for (int i = 0; i < labels.size(); i++) {
      text.append('{').append(labels.get(i)).append('}').append(literals.get(i + 1));
    }
    return text.toString();
  }

  /** How many letters have to be there. */
  int length() {
    return literals.stream().mapToInt(String::length).sum();
  }

  NamePattern plus(String suffix) {
    List<String> longer = new ArrayList<>(literals);
    longer.set(longer.size() - 1, longer.get(longer.size() - 1) + suffix);
    return new NamePattern(List.copyOf(longer), labels);
  }

  /** The same but for a {@code _total} at its end. */
  NamePattern withoutTotal() {
    List<String> shorter = new ArrayList<>(literals);
    String last = shorter.get(shorter.size() - 1);
    if (last.endsWith("_total")) {
      shorter.set(shorter.size() - 1, Names.otherTotal(last));
    }
    return new NamePattern(List.copyOf(shorter), labels);
  }

  /**
   * The labels inside a name, empty where it is another name.
   *
   * @param folded the name as {@link Names#folded} makes it
   * @param published the same as it was published, for what stands inside
   */
  Optional<Map<String, String>> match(String folded, String published) {
    String last = literals.get(literals.size() - 1);
    if (!folded.startsWith(literals.get(0)) || !folded.endsWith(last)) {
      return Optional.empty();
    }
    Map<String, String> inside = new LinkedHashMap<>();
    int at = literals.get(0).length();
    for (int i = 0; i < labels.size(); i++) {
      String next = literals.get(i + 1);
      int end =
          i + 1 == labels.size() ? folded.length() - last.length() : folded.indexOf(next, at + 1);
      if (end <= at) {
        return Optional.empty();
      }
      inside.put(labels.get(i), published.substring(at, end));
      at = end + next.length();
    }
    return at == folded.length() ? Optional.of(inside) : Optional.empty();
  }
}
