package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import dev.loadline.advisor.ledger.Fleet;
import dev.loadline.advisor.ledger.Rollout;
import dev.loadline.advisor.ledger.Share;
import dev.loadline.collector.yaml.YamlTree;
import java.util.List;
import java.util.Optional;

/** Numbers of instances as Kubernetes objects and charts write them. */
final class Scaling {

  private Scaling() {}

  static Optional<Figure> count(YamlTree tree, String... keys) {
    return tree.at(keys)
        .filter(found -> found.text().isPresent())
        .map(found -> Setting.of(found).number(keys[keys.length - 1]));
  }

  /**
   * The rollout of a Deployment's spec, or of a chart's values of the same form.
   *
   * @param strategy {@code strategy} or {@code updateStrategy}; empty where there is none
   * @param lingering whether old pods take their time to shut down
   */
  static Rollout rollout(
      Optional<YamlTree> strategy, boolean lingering, Rollout otherwise, List<Remark> remarks) {
    Optional<String> type = strategy.flatMap(tree -> tree.string("type"));
    if (type.filter(text -> text.equals("Recreate") || text.equals("OnDelete")).isPresent()) {
      return Rollout.IN_PLACE;
    }
    return new Rollout(
        share(strategy, "maxSurge", otherwise.surge(), remarks),
        share(strategy, "maxUnavailable", otherwise.unavailable(), remarks),
        lingering ? Share.ALL : Share.NONE);
  }

  /** Whether old pods take their time: a grace period or a hook before the stop is written. */
  static boolean lingering(YamlTree pod) {
    boolean grace =
        pod.string("terminationGracePeriodSeconds")
            .filter(text -> !text.strip().equals("0"))
            .isPresent();
    boolean hook =
        pod.list("containers").stream()
            .anyMatch(container -> container.at("lifecycle", "preStop").isPresent());
    return grace || hook || pod.at("lifecycle", "preStop").isPresent();
  }

  /** Instances now and at most, where an autoscaler may have its say. */
  static Fleet fleet(
      Optional<Figure> replicas,
      Figure otherwise,
      Optional<Autoscaler> autoscaler,
      Rollout rollout) {
    Figure least = autoscaler.map(Autoscaler::least).orElse(otherwise);
    Figure now = replicas.filter(written -> reaches(written, least)).orElse(least);
    return new Fleet(now, autoscaler.map(Autoscaler::most).orElse(now), rollout);
  }

  /** An autoscaler raises what is below its minimum. */
  private static boolean reaches(Figure written, Figure least) {
    return written.value() == null
        || least.assumed()
        || least.value() == null
        || written.value() >= least.value();
  }

  private static Share share(
      Optional<YamlTree> strategy, String key, Share otherwise, List<Remark> remarks) {
    Optional<YamlTree> written =
        strategy
            .flatMap(tree -> tree.at("rollingUpdate", key).or(() -> tree.at(key)))
            .filter(tree -> tree.text().isPresent());
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      return Share.parse(written.get().text().orElse(""));
    } catch (IllegalArgumentException e) {
      remarks.add(
          new Remark(
              written.get().where(),
              "%s is not understood: %s; the whole fleet is counted twice"
                  .formatted(key, e.getMessage())));
      return Share.ALL;
    }
  }
}
