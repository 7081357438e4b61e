package dev.loadline.collector.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One YAML 1.2 document, read strictly: duplicate and unknown keys, tags, and anything beyond 3
 * MiB, 32 levels or 20 aliases are refused. Binds to records; all problems of a file come at once.
 *
 * <pre>{@code
 * record Settings(String service, @Default("10s") Duration interval, @Nullable Path document) {}
 * Settings settings = YamlDocument.parse("loadline.yaml", text).bind(Settings.class);
 * }</pre>
 */
public final class YamlDocument {
  static final int MAX_ALIASES = 20;
  static final int MAX_DEPTH = 32;
  static final int MAX_BYTES = 3 * 1024 * 1024;

  private static final Bounds BOUNDS = new Bounds(MAX_DEPTH, MAX_ALIASES, false);
  private static final int LONG = 16 * 1024;

  private static final LoadSettings SETTINGS = settings(1024);

  /** The window is copied anew for each refill, which makes a line of 3 MB take seconds. */
  private static final LoadSettings SETTINGS_OF_LONG_TEXT = settings(256 * 1024);

  private final String name;
  private final Node root;

  private YamlDocument(String name, Node root) {
    this.name = name;
    this.root = root;
  }

  /**
   * @param name how problems call the file
   * @throws ProblemsException where the text is not YAML or goes beyond the limits
   */
  public static YamlDocument parse(String name, String text) {
    return new YamlDocument(name, compose(name, text));
  }

  /**
   * Makes a record of the document. Keys are the components' names in snake case; a component is
   * required unless it is {@code @Nullable} or has a {@link Default}. Components may be text,
   * numbers, booleans, {@link java.time.Duration}, {@link java.net.URI}, {@link
   * java.nio.file.Path}, enums (lower case, dashes), lists, maps with text keys, records, types
   * with a static {@code parse(String)}, {@link Chosen} and {@link Located}. An {@link
   * IllegalArgumentException} of a constructor becomes a problem at its place.
   *
   * @throws ProblemsException with all that is wrong
   */
  public <T extends Record> T bind(Class<T> type) {
    Binder binder = new Binder();
    Object bound = binder.bind(new Place(name, "", root, 0), type);
    if (bound == null || binder.count() > 0) {
      throw new ProblemsException(
          inOrder(binder.problems()), binder.count() - binder.problems().size());
    }
    return type.cast(bound);
  }

  /** How problems call the file. */
  public String name() {
    return name;
  }

  /**
   * The same document with another value at a path.
   *
   * @param path keys from the top, with dots: {@code resources.pool.size}; what is not there yet is
   *     added
   * @param value as it would stand in the file
   * @throws ProblemsException where the path goes through something that has no keys
   */
  public YamlDocument with(String path, String value) {
    return new YamlDocument(
        name, Grafting.graft(name, root, List.of(path.split("\\.")), compose(name, value)));
  }

  /** The line, from 1, of a path's value; where there is none, of the nearest above it. */
  public int lineOf(String path) {
    return Place.lineOf(Grafting.nearest(root, List.of(path.split("\\."))));
  }

  private static List<Problem> inOrder(List<Problem> problems) {
    return problems.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }

  static Node compose(String name, String text) {
    if (text.length() > MAX_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw refusal(name, Optional.empty(), "larger than 3 MiB; split the file");
    }
    try {
      LoadSettings settings = text.length() > LONG ? SETTINGS_OF_LONG_TEXT : SETTINGS;
      BOUNDS.check(name, settings, text);
      return new Compose(settings)
          .composeString(text)
          .orElseThrow(() -> refusal(name, Optional.empty(), "the file is empty"));
    } catch (MarkedYamlEngineException e) {
      throw refusal(name, e.getProblemMark(), "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw refusal(name, Optional.empty(), "not YAML: " + e.getMessage());
    }
  }

  private static LoadSettings settings(int window) {
    return LoadSettings.builder()
        .setMaxAliasesForCollections(MAX_ALIASES)
        .setCodePointLimit(MAX_BYTES)
        .setBufferSize(window)
        .build();
  }

  static ProblemsException refusal(String name, Optional<Mark> mark, String message) {
    int line = mark.map(Mark::getLine).orElse(0) + 1;
    int column = mark.map(Mark::getColumn).orElse(0) + 1;
    return new ProblemsException(List.of(new Problem(name, line, column, "", message)));
  }
}
