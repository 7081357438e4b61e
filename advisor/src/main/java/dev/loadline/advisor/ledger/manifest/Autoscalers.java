package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import dev.loadline.collector.yaml.YamlTree;
import java.util.Optional;

/** Reads HorizontalPodAutoscaler (v1, v2) and KEDA's ScaledObject. */
final class Autoscalers {

  private Autoscalers() {}

  static Optional<Autoscaler> of(YamlTree object) {
    return switch (KubernetesObjects.kind(object)) {
      case "HorizontalPodAutoscaler" ->
          Optional.of(
              scaler(
                  object,
                  Scaling.count(object, "spec", "minReplicas")
                      .orElse(Figure.known(1, object.where())),
                  Scaling.count(object, "spec", "maxReplicas")
                      .orElseGet(() -> missing(object, "maxReplicas"))));
      case "ScaledObject" ->
          Optional.of(
              scaler(
                  object,
                  Scaling.count(object, "spec", "minReplicaCount")
                      .orElse(Figure.known(0, object.where())),
                  Scaling.count(object, "spec", "maxReplicaCount")
                      .orElseGet(
                          () ->
                              Figure.assumed(
                                  100,
                                  KubernetesObjects.name(object)
                                      + ": up to 100 replicas, KEDA's where nothing is set"))));
      default -> Optional.empty();
    };
  }

  private static Autoscaler scaler(YamlTree object, Figure least, Figure most) {
    return new Autoscaler(
        object.string("spec", "scaleTargetRef", "kind").orElse("Deployment"),
        object.string("spec", "scaleTargetRef", "name").orElse(""),
        least,
        most,
        object.where());
  }

  private static Figure missing(YamlTree object, String key) {
    return Figure.unknown(
        "%s: the autoscaler %s has no %s"
            .formatted(object.where(), KubernetesObjects.name(object), key));
  }
}
