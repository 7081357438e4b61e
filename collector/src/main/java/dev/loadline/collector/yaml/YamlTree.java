package dev.loadline.collector.yaml;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One value of a YAML file that others wrote, with the line where it stands: text, a list or a map.
 * Unlike {@link YamlDocument} it takes files of many documents, whatever keys they have, merge keys
 * ({@code <<}) and tags, which it ignores; beyond 3 MiB, 100 levels, 200 aliases or 200,000 values
 * it refuses them all the same.
 *
 * <pre>{@code
 * for (YamlTree document : YamlTree.parse("k8s.yaml", text)) {
 *   document.at("spec", "replicas").flatMap(YamlTree::text);   // 4
 * }
 * }</pre>
 */
public final class YamlTree {
  private final String file;
  private final int line;
  private final boolean block;
  private final @Nullable String text;
  private final @Nullable List<YamlTree> items;
  private final @Nullable Map<String, YamlTree> entries;

  private YamlTree(
      String file,
      int line,
      boolean block,
      @Nullable String text,
      @Nullable List<YamlTree> items,
      @Nullable Map<String, YamlTree> entries) {
    this.file = file;
    this.line = line;
    this.block = block;
    this.text = text;
    this.items = items;
    this.entries = entries;
  }

  /**
   * The documents of a text that are not empty.
   *
   * @param name how problems call the file
   * @throws ProblemsException where the text is not YAML, has a key twice, is empty, or goes beyond
   *     the limits
   */
  public static List<YamlTree> parse(String name, String text) {
    return TreeReader.read(name, text);
  }

  static YamlTree nothing(String file, int line) {
    return new YamlTree(file, line, false, null, null, null);
  }

  static YamlTree text(String file, int line, boolean block, String text) {
    return new YamlTree(file, line, block, text, null, null);
  }

  static YamlTree list(String file, int line, List<YamlTree> items) {
    return new YamlTree(file, line, false, null, List.copyOf(items), null);
  }

  static YamlTree map(String file, int line, Map<String, YamlTree> entries) {
    return new YamlTree(file, line, false, null, null, Collections.unmodifiableMap(entries));
  }

  /** From 1. */
  public int line() {
    return line;
  }

  /** The line of the file on which the first line of the text stands: below a {@code |}. */
  public int textLine() {
    return block ? line + 1 : line;
  }

  public String file() {
    return file;
  }

  /** {@code k8s.yaml:12}. */
  public String where() {
    return file + ":" + line;
  }

  /** The scalar as it was written, without quotes; empty for null, lists and maps. */
  public Optional<String> text() {
    return Optional.ofNullable(text);
  }

  public boolean isMap() {
    return entries != null;
  }

  public boolean isList() {
    return items != null;
  }

  /** The items of a list; none for anything else. */
  public List<YamlTree> items() {
    return items == null ? List.of() : items;
  }

  /** The entries of a map in their order; none for anything else. */
  public Map<String, YamlTree> entries() {
    return entries == null ? Map.of() : entries;
  }

  /** The value below a path of keys. */
  public Optional<YamlTree> at(String... keys) {
    YamlTree found = this;
    for (String key : keys) {
      YamlTree next = found.entries == null ? null : found.entries.get(key);
      if (next == null) {
        return Optional.empty();
      }
      found = next;
    }
    return Optional.of(found);
  }

  /** The items of the list below a path of keys; none where there is no list. */
  public List<YamlTree> list(String... keys) {
    return at(keys).map(YamlTree::items).orElse(List.of());
  }

  /** The text below a path of keys. */
  public Optional<String> string(String... keys) {
    return at(keys).flatMap(YamlTree::text);
  }
}
