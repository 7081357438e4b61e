package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import dev.loadline.advisor.ledger.Fleet;
import dev.loadline.advisor.ledger.Rollout;
import dev.loadline.advisor.ledger.Share;
import dev.loadline.collector.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kubernetes objects of all files together, for one refers to another wherever it is written. */
final class KubernetesObjects {
  private final List<YamlTree> objects;
  private final List<YamlTree> services;
  private final List<Autoscaler> autoscalers;
  private final Pods pods;
  private final List<Remark> remarks;

  KubernetesObjects(List<YamlTree> objects, List<Remark> remarks) {
    this.objects = objects;
    this.services = objects.stream().filter(object -> kind(object).equals("Service")).toList();
    this.autoscalers = objects.stream().flatMap(object -> Autoscalers.of(object).stream()).toList();
    this.pods = new Pods(ConfigMaps.of(objects));
    this.remarks = remarks;
  }

  List<Workload> workloads() {
    List<Workload> workloads = new ArrayList<>();
    objects.forEach(object -> workload(object).ifPresent(workloads::add));
    strayed(workloads);
    return workloads;
  }

  private Optional<Workload> workload(YamlTree object) {
    String kind = kind(object);
    return switch (kind) {
      case "Deployment",
          "Rollout",
          "ReplicaSet",
          "ReplicationController",
          "StatefulSet",
          "DaemonSet" ->
          Optional.of(workload(object, kind, object.at("spec", "template")));
      case "Pod" -> Optional.of(workload(object, kind, Optional.of(object)));
      case "Job" -> Optional.of(workload(object, kind, object.at("spec", "template")));
      case "ScaledJob" ->
          Optional.of(workload(object, kind, object.at("spec", "jobTargetRef", "template")));
      case "CronJob" ->
          Optional.of(workload(object, kind, object.at("spec", "jobTemplate", "spec", "template")));
      default -> Databases.of(object);
    };
  }

  private Workload workload(YamlTree object, String kind, Optional<YamlTree> template) {
    YamlTree pod = template.flatMap(tree -> tree.at("spec")).orElse(object);
    return new Workload(
        name(object),
        kind,
        fleet(object, kind, pod),
        hosts(object, template.orElse(object)),
        pods.containers(pod),
        object.where());
  }

  private Fleet fleet(YamlTree object, String kind, YamlTree pod) {
    return switch (kind) {
      case "DaemonSet" -> daemons(object, pod);
      case "Pod" -> Fleet.fixed(Figure.known(1, object.where()));
      case "Job" -> Fleet.fixed(parallel(object, "spec"));
      case "CronJob" -> Fleet.fixed(cron(object));
      case "ScaledJob" ->
          new Fleet(
              Figure.known(0, object.where()),
              Scaling.count(object, "spec", "maxReplicaCount")
                  .orElse(Figure.assumed(100, name(object) + ": up to 100 jobs, KEDA's default")),
              Rollout.IN_PLACE);
      default -> replicas(object, kind, pod);
    };
  }

  private Fleet replicas(YamlTree object, String kind, YamlTree pod) {
    boolean surges = kind.equals("Deployment") || kind.equals("Rollout");
    Rollout rollout =
        surges
            ? Scaling.rollout(
                object.at("spec", "strategy").map(KubernetesObjects::canary),
                Scaling.lingering(pod),
                Rollout.KUBERNETES,
                remarks)
            : Rollout.IN_PLACE;
    Optional<Autoscaler> autoscaler =
        autoscalers.stream()
            .filter(scaler -> scaler.name().equals(name(object)) && scaler.kind().equals(kind))
            .findFirst();
    Figure one = Figure.assumed(1, name(object) + ": 1 replica, since none are written");
    return Scaling.fleet(Scaling.count(object, "spec", "replicas"), one, autoscaler, rollout);
  }

  private static YamlTree canary(YamlTree strategy) {
    return strategy.at("canary").orElse(strategy);
  }

  private Fleet daemons(YamlTree object, YamlTree pod) {
    Figure nodes =
        Figure.unknown(
            "%s: %s runs on every node, and no file says how many there are"
                .formatted(object.where(), name(object)));
    Rollout none = new Rollout(Share.NONE, new Share(1, false), Share.NONE);
    Rollout rollout =
        Scaling.rollout(object.at("spec", "updateStrategy"), Scaling.lingering(pod), none, remarks);
    return new Fleet(nodes, nodes, rollout);
  }

  private static Figure parallel(YamlTree object, String... path) {
    YamlTree spec = object.at(path).orElse(object);
    if (object.string("spec", "suspend").filter("true"::equals).isPresent()) {
      return Figure.known(0, object.where());
    }
    return Scaling.count(spec, "parallelism").orElse(Figure.known(1, object.where()));
  }

  private Figure cron(YamlTree object) {
    String policy = object.string("spec", "concurrencyPolicy").orElse("Allow");
    if (policy.equals("Allow")) {
      remarks.add(
          new Remark(
              object.where(),
              name(object)
                  + " may run several times at once, one run is counted;"
                  + " write concurrencyPolicy: Forbid"));
    }
    return parallel(object, "spec", "jobTemplate", "spec");
  }

  private Set<String> hosts(YamlTree object, YamlTree template) {
    Set<String> hosts = new LinkedHashSet<>();
    hosts.add(name(object));
    object.string("spec", "serviceName").ifPresent(hosts::add);
    for (YamlTree service : services) {
      if (selects(service, template)) {
        hosts.add(name(service));
      }
    }
    return hosts;
  }

  private static boolean selects(YamlTree service, YamlTree template) {
    Optional<YamlTree> selector = service.at("spec", "selector");
    return selector.isPresent()
        && !selector.get().entries().isEmpty()
        && selector.get().entries().entrySet().stream()
            .allMatch(
                label ->
                    template
                        .string("metadata", "labels", label.getKey())
                        .equals(label.getValue().text()));
  }

  private void strayed(List<Workload> workloads) {
    for (Autoscaler scaler : autoscalers) {
      boolean found =
          workloads.stream()
              .anyMatch(
                  workload ->
                      workload.name().equals(scaler.name())
                          && workload.kind().equals(scaler.kind()));
      if (!found) {
        remarks.add(
            new Remark(
                scaler.where(),
                "the autoscaler is for %s %s, which is in none of the files"
                    .formatted(scaler.kind(), scaler.name())));
      }
    }
  }

  static String kind(YamlTree object) {
    return object.string("kind").orElse("");
  }

  static String name(YamlTree object) {
    return object
        .string("metadata", "name")
        .or(() -> object.string("metadata", "generateName"))
        .orElse("unnamed");
  }
}
