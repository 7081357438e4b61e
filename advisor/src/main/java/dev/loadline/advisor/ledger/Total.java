package dev.loadline.advisor.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sum of connections, of which something may be missing.
 *
 * @param atLeast the sum of what is known
 * @param missing why it is not all, in sentences; empty where the sum is exact
 */
public record Total(long atLeast, List<String> missing) {
  static final Total NONE = new Total(0, List.of());

  public Total {
    missing = List.copyOf(missing);
  }

  /** The sum, or null where something is missing. */
  public @Nullable Long value() {
    return missing.isEmpty() ? atLeast : null;
  }

  /** {@code 240}, or {@code at least 180}. */
  @Override
  public String toString() {
    return missing.isEmpty() ? Long.toString(atLeast) : "at least " + atLeast;
  }

  static Total of(long connections, Figure... factors) {
    List<String> missing = new ArrayList<>();
    for (Figure factor : factors) {
      if (factor.value() == null) {
        missing.add(factor.origin());
      }
    }
    return new Total(connections, missing);
  }

  Total plus(Total other) {
    return new Total(
        atLeast + other.atLeast,
        Stream.concat(missing.stream(), other.missing.stream()).distinct().toList());
  }
}
