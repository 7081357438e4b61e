package dev.loadline.advisor.document;

import dev.loadline.advisor.document.resource.Pool;
import dev.loadline.advisor.document.resource.Writer;
import dev.loadline.collector.yaml.Located;
import dev.loadline.collector.yaml.Nearest;
import dev.loadline.collector.yaml.Problem;
import dev.loadline.collector.yaml.ProblemsException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Finds names within a model that name nothing in it, all at once. */
final class References {
  static final int MAX_CLAIMS = 2_000;

  private final ModelFile file;
  private final Model model;
  private final List<Problem> problems = new ArrayList<>();

  private References(ModelFile file, Model model) {
    this.file = file;
    this.model = model;
  }

  /**
   * @throws ProblemsException with all of them
   */
  static void check(ModelFile file, Model model) {
    References references = new References(file, model);
    references.number();
    references.servers();
    references.tests();
    references.claims();
    if (!references.problems.isEmpty()) {
      throw new ProblemsException(references.problems);
    }
  }

  private void number() {
    if (model.claims().size() > MAX_CLAIMS) {
      problems.add(
          file.problem(
              "claims",
              "%,d claims; a model states at most %,d: split the document into several models"
                  .formatted(model.claims().size(), MAX_CLAIMS)));
    }
  }

  private void servers() {
    Collection<String> known = new TreeSet<>(model.servers().keySet());
    model.poolers().keySet().stream()
        .filter(known::contains)
        .map(
            twin ->
                file.problem(
                    "poolers." + twin,
                    "a server is called '%s' too; give the pooler another name".formatted(twin)))
        .forEach(problems::add);
    model
        .poolers()
        .forEach(
            (name, pooler) ->
                name("poolers." + name + ".server", pooler.server(), known, "server"));
    known.addAll(model.poolers().keySet());
    model
        .resources()
        .forEach(
            (name, resource) -> {
              String path = "resources." + name + ".server";
              if (resource instanceof Pool pool && pool.server() != null) {
                name(path, pool.server(), known, "server");
              } else if (resource instanceof Writer writer) {
                name(path, writer.server(), known, "server");
              }
            });
    model
        .clients()
        .forEach(
            (name, client) ->
                name("clients." + name + ".server", client.server(), known, "server"));
  }

  private void tests() {
    for (LoadTest test : model.evidence()) {
      if (test.touches() != null) {
        test.touches()
            .forEach(touched -> name("evidence", touched, model.resources().keySet(), "resource"));
      }
    }
  }

  private void claims() {
    Paths paths = file.paths();
    model
        .claims()
        .forEach(
            located -> {
              Claim claim = located.value();
              String of = claim.of();
              if (of != null && paths.at(of) == null) {
                claim(
                    located,
                    "%s is of '%s', which is no figure of this model%s"
                        .formatted(claim.id(), of, near(of, paths.figures().keySet())));
              } else if (of != null && claim.stated() != null) {
                claim(
                    located,
                    "%s states a figure that is read at %s; write it once"
                        .formatted(claim.id(), of));
              }
            });
  }

  private void claim(Located<Claim> located, String message) {
    problems.add(new Problem(located.file(), located.line(), located.column(), "claims", message));
  }

  private static String near(String word, Collection<String> known) {
    return Nearest.to(word, known).map(found -> "; did you mean '" + found + "'?").orElse("");
  }

  private void name(String path, String named, Collection<String> known, String what) {
    if (!known.contains(named)) {
      problems.add(
          file.problem(
              path, "no %s is called '%s'%s".formatted(what, named, Nearest.hint(named, known))));
    }
  }
}
