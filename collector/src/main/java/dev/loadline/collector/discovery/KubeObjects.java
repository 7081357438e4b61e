package dev.loadline.collector.discovery;

import dev.loadline.collector.discovery.KubeBackends.Backend;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the objects of a cluster say that is to be scraped. */
final class KubeObjects {
  private static final Set<String> PORT_NAMES =
      Set.of("metrics", "http-metrics", "prometheus", "prom");
  private static final Naming OF_SERVICE = new Naming(List.of("service"), null);
  private static final String ANNOTATION = "prometheus.io/";

  private final Map<KubeKind, List<JsonObject>> objects = new TreeMap<>();
  private final Naming naming;
  private final KubeBackends backends;
  private final Listing.Builder listing = new Listing.Builder();

  KubeObjects(List<KubeWatch> watches, Naming naming) {
    watches.forEach(
        watch ->
            objects
                .computeIfAbsent(watch.kind(), unused -> new ArrayList<>())
                .addAll(watch.objects()));
    this.naming = naming;
    this.backends = new KubeBackends(all(KubeKind.ENDPOINT_SLICES), all(KubeKind.PODS));
  }

  Listing listing() {
    all(KubeKind.PODS).forEach(this::pod);
    all(KubeKind.SERVICES).forEach(this::annotated);
    all(KubeKind.POD_MONITORS).forEach(this::podMonitor);
    all(KubeKind.SERVICE_MONITORS).forEach(this::serviceMonitor);
    return listing.build();
  }

  private List<JsonObject> all(KubeKind kind) {
    return objects.getOrDefault(kind, List.of());
  }

  private void pod(JsonObject pod) {
    Map<String, String> notes = texts(metadata(pod).getJsonObject("annotations"));
    String scrape = notes.getOrDefault(ANNOTATION + "scrape", "");
    if (scrape.equals("false")) {
      return;
    }
    String port = notes.getOrDefault(ANNOTATION + "port", "");
    List<String> ports =
        scrape.equals("true") && !port.isEmpty()
            ? List.of(port)
            : ports(pod)
                .filter(each -> PORT_NAMES.contains(each.getString("name", "")))
                .map(each -> each.getInteger("containerPort").toString())
                .toList();
    ports.forEach(each -> add(pod, each, address(notes)));
  }

  private void podMonitor(JsonObject monitor) {
    JsonObject spec = monitor.getJsonObject("spec", new JsonObject());
    KubeSelector selector = KubeSelector.of(spec, metadata(monitor).getString("namespace", ""));
    for (JsonObject pod : all(KubeKind.PODS)) {
      if (selector.selects(metadata(pod))) {
        items(spec.getJsonArray("podMetricsEndpoints")).forEach(end -> endpoint(pod, end));
      }
    }
  }

  /** Of a service that asks for it: the port it names, or those called as metrics' ports are. */
  private void annotated(JsonObject service) {
    Map<String, String> notes = texts(metadata(service).getJsonObject("annotations"));
    if (!"true".equals(notes.get(ANNOTATION + "scrape"))) {
      return;
    }
    String wanted = notes.getOrDefault(ANNOTATION + "port", "");
    for (Backend backend : backends.of(metadata(service))) {
      backend.ports().entrySet().stream()
          .filter(
              port ->
                  wanted.isEmpty()
                      ? PORT_NAMES.contains(port.getKey())
                      : wanted.equals(port.getValue().toString()))
          .forEach(port -> add(service, backend, port.getValue().toString(), address(notes)));
    }
  }

  private void serviceMonitor(JsonObject monitor) {
    JsonObject spec = monitor.getJsonObject("spec", new JsonObject());
    KubeSelector selector = KubeSelector.of(spec, metadata(monitor).getString("namespace", ""));
    for (JsonObject service : all(KubeKind.SERVICES)) {
      if (selector.selects(metadata(service))) {
        for (Backend backend : backends.of(metadata(service))) {
          items(spec.getJsonArray("endpoints")).forEach(end -> endpoint(service, backend, end));
        }
      }
    }
  }

  private void endpoint(JsonObject service, Backend backend, JsonObject endpoint) {
    if (endpoint.getValue("targetPort") != null && endpoint.getValue("port") == null) {
      backend.pod().ifPresent(pod -> endpoint(pod, endpoint));
      return;
    }
    Integer port = backend.ports().get(endpoint.getString("port", ""));
    if (port != null) {
      add(service, backend, port.toString(), address(endpoint));
    }
  }

  private void add(JsonObject service, Backend backend, String port, Map<String, String> address) {
    if (backend.pod().isPresent()) {
      add(backend.pod().get(), port, address);
    } else {
      Map<String, String> labels = new TreeMap<>(address);
      labels.put("service", service(metadata(service)));
      listing.add(new Labelled(host(backend.address()) + ":" + port, labels), OF_SERVICE);
    }
  }

  private void endpoint(JsonObject pod, JsonObject endpoint) {
    Object wanted = endpoint.getValue("portNumber");
    if (wanted != null) {
      add(pod, wanted.toString(), address(endpoint));
      return;
    }
    String name = endpoint.getString("port", String.valueOf(endpoint.getValue("targetPort")));
    ports(pod)
        .filter(
            port ->
                name.equals(port.getString("name"))
                    || name.equals(String.valueOf(port.getInteger("containerPort"))))
        .forEach(port -> add(pod, port.getInteger("containerPort").toString(), address(endpoint)));
  }

  private static Map<String, String> address(Map<String, String> notes) {
    return Map.of(
        "__metrics_path__", notes.getOrDefault(ANNOTATION + "path", "/metrics"),
        "__scheme__", notes.getOrDefault(ANNOTATION + "scheme", "http"));
  }

  private static Map<String, String> address(JsonObject endpoint) {
    Map<String, String> address = new TreeMap<>();
    address.put("__metrics_path__", endpoint.getString("path", "/metrics"));
    address.put("__scheme__", endpoint.getString("scheme", "http"));
    JsonObject parameters = endpoint.getJsonObject("params", new JsonObject());
    for (String name : parameters.fieldNames()) {
      JsonArray values = parameters.getJsonArray(name);
      if (!values.isEmpty()) {
        address.put("__param_" + name, values.getString(0));
      }
    }
    return address;
  }

  private void add(JsonObject pod, String port, Map<String, String> address) {
    JsonObject status = pod.getJsonObject("status", new JsonObject());
    String ip = status.getString("podIP", "");
    if (ip.isEmpty() || Set.of("Succeeded", "Failed").contains(status.getString("phase", ""))) {
      return;
    }
    Map<String, String> labels = new TreeMap<>(address);
    labels.put("service", service(metadata(pod)));
    labels.put("instance", metadata(pod).getString("name", ""));
    listing.add(new Labelled(host(ip) + ":" + port, labels), OF_SERVICE);
  }

  private static String host(String ip) {
    return ip.contains(":") ? "[" + ip + "]" : ip;
  }

  /** Its labels tell it; otherwise all pods of one owner are one service. */
  private String service(JsonObject metadata) {
    Map<String, String> labels = texts(metadata.getJsonObject("labels"));
    return naming.find(labels).orElseGet(() -> owner(metadata, labels));
  }

  private static String owner(JsonObject metadata, Map<String, String> labels) {
    String owner =
        items(metadata.getJsonArray("ownerReferences"))
            .filter(each -> each.getBoolean("controller", false))
            .map(each -> each.getString("name", ""))
            .findFirst()
            .orElse(metadata.getString("name", ""));
    String hash = "-" + labels.getOrDefault("pod-template-hash", "");
    return owner.endsWith(hash) && hash.length() > 1
        ? owner.substring(0, owner.length() - hash.length())
        : owner;
  }

  /** Of containers that run beside each other, not of those that run before. */
  private static Stream<JsonObject> ports(JsonObject pod) {
    JsonObject spec = pod.getJsonObject("spec", new JsonObject());
    return Stream.concat(
            items(spec.getJsonArray("containers")),
            items(spec.getJsonArray("initContainers"))
                .filter(each -> "Always".equals(each.getString("restartPolicy"))))
        .flatMap(each -> items(each.getJsonArray("ports")))
        .filter(port -> "TCP".equals(port.getString("protocol", "TCP")));
  }

  private static JsonObject metadata(JsonObject object) {
    return object.getJsonObject("metadata", new JsonObject());
  }

  private static Stream<JsonObject> items(@Nullable JsonArray array) {
    return array == null ? Stream.empty() : array.stream().map(JsonObject.class::cast);
  }

  static Map<String, String> texts(@Nullable JsonObject object) {
    return object == null
        ? Map.of()
        : object.stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().toString()));
  }
}
