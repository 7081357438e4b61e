package dev.loadline.advisor.document;

import dev.loadline.advisor.document.resource.Pooler;
import dev.loadline.advisor.document.resource.Resource;
import dev.loadline.advisor.document.resource.Server;
import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.collector.yaml.Default;
import dev.loadline.collector.yaml.Located;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A written capacity analysis in typed form.
 *
 * @param model its name: {@code capsules}
 * @param document what was written, in a sentence
 * @param source the file that was written; null where it is not kept beside the model
 * @param resources what runs out, by name
 * @param servers what the service calls, by name
 * @param poolers that stand between pools and servers
 * @param clients others who open connections to the servers
 * @param options what the document would change, and what to ask in {@code plan}
 * @param ladder how it would grow, step by step; each on top of the steps before
 * @param sizes deployments that it recommends
 * @param claims every statement of it, in the document's order
 * @param sameAs quantities that another model states too: by that model's name, this model's
 *     quantity and what it is called there
 * @param accepts findings that are meant to be so: why, by the name of the rule
 */
public record Model(
    String model,
    String document,
    @Nullable String source,
    @Default("{}") Service service,
    @Default("{}") Map<String, Resource> resources,
    @Default("{}") Map<String, Server> servers,
    @Default("{}") Map<String, Pooler> poolers,
    @Default("{}") Map<String, OtherClient> clients,
    @Default("{}") Users users,
    @Default("{}") Objectives objectives,
    @Default("{}") Map<String, Option> options,
    @Default("{}") Map<String, Option> ladder,
    @Default("{}") Map<String, Tier> tiers,
    @Default("{}") Map<String, Size> sizes,
    @Nullable Readiness readiness,
    @Default("[]") List<Phase> phases,
    @Default("[]") List<LoadTest> evidence,
    @Default("[]") List<Located<Claim>> claims,
    @Default("{}") Map<String, Map<String, String>> sameAs,
    @Default("{}") Map<String, String> accepts) {

  public Model {
    resources = ordered(resources);
    servers = ordered(servers);
    poolers = ordered(poolers);
    clients = ordered(clients);
    options = ordered(options);
    ladder = ordered(ladder);
    tiers = ordered(tiers);
    sizes = ordered(sizes);
    phases = List.copyOf(phases);
    evidence = List.copyOf(evidence);
    claims = List.copyOf(claims);
    sameAs = ordered(sameAs);
    accepts = ordered(accepts);
    Set<String> ids = new HashSet<>();
    for (Located<Claim> claim : claims) {
      if (!ids.add(claim.value().id())) {
        throw new IllegalArgumentException("two claims are called " + claim.value().id());
      }
    }
  }

  /** Reads a model; {@link ModelFile} keeps its lines too. */
  public static Model parse(String name, String text) {
    return ModelFile.parse(name, text).model();
  }

  /** The claim that says what a quantity is now; advice says what it should be. */
  public Optional<Claim> about(String quantity) {
    return claims.stream()
        .map(Located::value)
        .filter(claim -> claim.kind() != Claim.Kind.ADVICE)
        .filter(claim -> claim.quantity().equals(quantity))
        .findFirst();
  }

  /** The same model, whose claims state what is found for them. */
  Model stating(Function<Claim, @Nullable Amount> found) {
    List<Located<Claim>> filled =
        claims.stream()
            .map(
                located ->
                    new Located<>(
                        located.value().stating(found.apply(located.value())),
                        located.file(),
                        located.line(),
                        located.column()))
            .toList();
    return new Model(
        model,
        document,
        source,
        service,
        resources,
        servers,
        poolers,
        clients,
        users,
        objectives,
        options,
        ladder,
        tiers,
        sizes,
        readiness,
        phases,
        evidence,
        filled,
        sameAs,
        accepts);
  }

  private static <T> Map<String, T> ordered(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
