package dev.loadline.advisor.check;

import dev.loadline.advisor.document.Claim;
import dev.loadline.advisor.document.Formula;
import dev.loadline.advisor.document.Formula.Node;
import dev.loadline.advisor.document.ModelFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a claim's sum rests on, through all other claims that go into it.
 *
 * @param paths figures of the model
 * @param functions that it asks: {@code capacity}, {@code mean_confidence}
 * @param resources whose ceilings it asks for, as the formula names them
 * @param changes options and rungs of the ladder that it supposes
 */
record Basis(Set<String> paths, Set<String> functions, Set<String> resources, Set<String> changes) {
  private static final String PROFILES = "users.profiles.";

  static Basis of(ModelFile file, Claim claim) {
    Basis basis = new Basis(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    basis.add(file, claim, new TreeSet<>());
    return basis;
  }

  private void add(ModelFile file, Claim claim, Set<String> seen) {
    String of = claim.of();
    if (of != null) {
      paths.add(file.paths().full(of));
    }
    String formula = claim.formula();
    if (formula != null && seen.add(claim.id())) {
      try {
        walk(file, Formula.parse(formula).root(), seen);
      } catch (IllegalArgumentException e) {
        paths.clear();
      }
    }
  }

  private void walk(ModelFile file, Node node, Set<String> seen) {
    if (node instanceof Node.Name name) {
      name(file, name.name(), seen);
    } else if (node instanceof Node.Sum sum) {
      walk(file, sum.left(), seen);
      walk(file, sum.right(), seen);
    } else if (node instanceof Node.Call call) {
      call(file, call, seen);
    }
  }

  private void name(ModelFile file, String name, Set<String> seen) {
    Claim claim = file.about(name).orElse(null);
    if (claim != null && (claim.formula() != null || claim.of() != null)) {
      add(file, claim, seen);
    } else if (file.paths().at(name) != null) {
      paths.add(file.paths().full(name));
    }
  }

  private void call(ModelFile file, Node.Call call, Set<String> seen) {
    functions.add(call.function());
    List<Node> arguments = call.arguments();
    String first =
        !arguments.isEmpty() && arguments.get(0) instanceof Node.Name name ? name.name() : "";
    switch (call.function()) {
      case "users" -> paths.add(PROFILES + first + ".rate");
      case "after", "rung" -> {
        changes.add(first);
        arguments.stream().skip(1).forEach(argument -> walk(file, argument, seen));
      }
      case "factor" -> changes.add(first);
      case "capacity", "ceiling" -> resources.add(first);
      default -> arguments.forEach(argument -> walk(file, argument, seen));
    }
  }

  /** Ways of using the service that it reckons with. */
  List<String> profiles() {
    return paths.stream()
        .filter(path -> path.startsWith(PROFILES) && path.endsWith(".rate"))
        .map(path -> path.substring(PROFILES.length(), path.length() - ".rate".length()))
        .toList();
  }

  /** Whether it speaks of the service as it is. */
  boolean now() {
    return changes.isEmpty();
  }
}
