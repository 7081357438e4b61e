package dev.loadline.advisor.document;

import dev.loadline.collector.yaml.Located;
import dev.loadline.collector.yaml.Problem;
import dev.loadline.collector.yaml.YamlDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A model with the text that it was read from, so that its figures can be changed by their paths
 * and findings can name their lines.
 */
public final class ModelFile {
  private final YamlDocument document;
  private final Model stated;
  private final Paths paths;
  private final Map<String, Claim> now = new HashMap<>();
  private final Map<Map<String, String>, ModelFile> changed = new ConcurrentHashMap<>();

  private ModelFile(YamlDocument document) {
    this.document = document;
    Model model = document.bind(Model.class);
    this.paths = Paths.of(model);
    References.check(this, model);
    this.stated = model.stating(claim -> claim.of() == null ? null : paths.at(claim.of()));
    for (Located<Claim> claim : stated.claims()) {
      if (claim.value().kind() != Claim.Kind.ADVICE) {
        now.putIfAbsent(claim.value().quantity(), claim.value());
      }
    }
  }

  /**
   * @param name how problems call the file
   * @throws dev.loadline.collector.yaml.ProblemsException with all that is wrong
   */
  public static ModelFile parse(String name, String text) {
    return new ModelFile(YamlDocument.parse(name, text));
  }

  /** The model; its claims state what stands at the paths that they are of. */
  public Model model() {
    return stated;
  }

  /** {@link Model#about}, by an index: for those that ask again and again. */
  public Optional<Claim> about(String quantity) {
    return Optional.ofNullable(now.get(quantity));
  }

  public Paths paths() {
    return paths;
  }

  public String name() {
    return document.name();
  }

  /**
   * The same model with other figures.
   *
   * @param changes values by path: {@code resources.pool.size} to {@code 20}
   * @throws dev.loadline.collector.yaml.ProblemsException where a path or a value does not fit
   */
  public ModelFile with(Map<String, String> changes) {
    return changes.isEmpty() ? this : changed.computeIfAbsent(changes, this::change);
  }

  private ModelFile change(Map<String, String> changes) {
    YamlDocument changed = document;
    for (Map.Entry<String, String> change : changes.entrySet()) {
      changed = changed.with(change.getKey(), change.getValue());
    }
    return new ModelFile(changed);
  }

  /**
   * {@code docs/capacity.md:31} where a claim says so of a path; else the line of the path in the
   * model, or of the nearest above it.
   */
  public String where(String path) {
    return stated.claims().stream()
        .map(Located::value)
        .filter(claim -> speaksOf(claim, path))
        .map(Claim::at)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElseGet(() -> document.name() + ":" + document.lineOf(path));
  }

  private boolean speaksOf(Claim claim, String path) {
    String of = claim.of() == null ? null : paths.full(claim.of());
    return of != null && (of.equals(path) || of.startsWith(path + "."));
  }

  Problem problem(String path, String message) {
    return new Problem(document.name(), document.lineOf(path), 1, path, message);
  }
}
