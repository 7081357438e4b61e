package dev.loadline.advisor.document;

import dev.loadline.collector.yaml.YamlDocument;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A written capacity analysis in typed form.
 *
 * @param model its name: {@code capsules}
 * @param document what was written, in a sentence
 * @param claims every statement of it, in the document's order
 */
public record Model(String model, String document, List<Claim> claims) {

  public Model {
    claims = List.copyOf(claims);
    Set<String> ids = new HashSet<>();
    for (Claim claim : claims) {
      if (!ids.add(claim.id())) {
        throw new IllegalArgumentException("two claims are called " + claim.id());
      }
    }
  }

  /**
   * Reads a model's YAML.
   *
   * @param name how problems call the file
   * @throws dev.loadline.collector.yaml.ProblemsException with all that is wrong
   */
  public static Model parse(String name, String text) {
    return YamlDocument.parse(name, text).bind(Model.class);
  }

  /** The claim that says what a quantity is now; advice says what it should be. */
  public Optional<Claim> about(String quantity) {
    return claims.stream()
        .filter(claim -> claim.kind() != Claim.Kind.ADVICE)
        .filter(claim -> claim.quantity().equals(quantity))
        .findFirst();
  }
}
