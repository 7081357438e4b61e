package dev.loadline.collector.exposition;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A few labels in the order of their line: one array, looked through from the front. */
final class Labels extends AbstractMap<String, String> {
  static final Labels NONE = new Labels(new String[0]);

  private final String[] pairs;

  /**
   * @param pairs names and values in turn, no name twice
   */
  Labels(String[] pairs) {
    this.pairs = pairs;
  }

  @Override
  public @Nullable String get(@Nullable Object key) {
    for (int i = 0; i < pairs.length; i += 2) {
      if (pairs[i].equals(key)) {
        return pairs[i + 1];
      }
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public int size() {
    return pairs.length / 2;
  }

  /** Those of the same line a scrape later stand in the same order. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Labels that && Arrays.equals(pairs, that.pairs))
        || super.equals(other);
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      hash += pairs[i].hashCode() ^ pairs[i + 1].hashCode();
    }
    return hash;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, String>> iterator() {
        return new Pairs(pairs);
      }

      @Override
      public int size() {
        return pairs.length / 2;
      }
    };
  }

  private static final class Pairs implements Iterator<Entry<String, String>> {
    private final String[] pairs;
    private int next;

    Pairs(String[] pairs) {
      this.pairs = pairs;
    }

    @Override
    public boolean hasNext() {
      return next < pairs.length;
    }

    @Override
    public Entry<String, String> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      next += 2;
      return Map.entry(pairs[next - 2], pairs[next - 1]);
    }
  }
}
