package dev.loadline.collector.discovery;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind the services of a cluster, as EndpointSlices tell it. */
final class KubeBackends {
  private static final String OF_SERVICE = "kubernetes.io/service-name";

  private final Map<String, List<JsonObject>> slices = new HashMap<>();
  private final Map<String, JsonObject> pods = new HashMap<>();

  /**
   * One address behind a service.
   *
   * @param pod the one it belongs to, where it belongs to one
   */
  record Backend(String address, Map<String, Integer> ports, Optional<JsonObject> pod) {}

  KubeBackends(List<JsonObject> slices, List<JsonObject> pods) {
    for (JsonObject slice : slices) {
      JsonObject metadata = slice.getJsonObject("metadata", new JsonObject());
      String service = metadata.getJsonObject("labels", new JsonObject()).getString(OF_SERVICE, "");
      this.slices.computeIfAbsent(key(metadata, service), unused -> new ArrayList<>()).add(slice);
    }
    for (JsonObject pod : pods) {
      JsonObject metadata = pod.getJsonObject("metadata", new JsonObject());
      this.pods.put(key(metadata, metadata.getString("name", "")), pod);
    }
  }

  /** Those that are not ready too. */
  List<Backend> of(JsonObject serviceMetadata) {
    List<Backend> all = new ArrayList<>();
    String service = key(serviceMetadata, serviceMetadata.getString("name", ""));
    for (JsonObject slice : slices.getOrDefault(service, List.of())) {
      Map<String, Integer> ports = ports(slice);
      for (Object each : slice.getJsonArray("endpoints", new JsonArray())) {
        JsonObject endpoint = (JsonObject) each;
        JsonArray addresses = endpoint.getJsonArray("addresses", new JsonArray());
        if (!addresses.isEmpty()) {
          all.add(new Backend(addresses.getString(0), ports, pod(serviceMetadata, endpoint)));
        }
      }
    }
    return all;
  }

  private Optional<JsonObject> pod(JsonObject serviceMetadata, JsonObject endpoint) {
    JsonObject target = endpoint.getJsonObject("targetRef", new JsonObject());
    return "Pod".equals(target.getString("kind"))
        ? Optional.ofNullable(pods.get(key(serviceMetadata, target.getString("name", ""))))
        : Optional.empty();
  }

  private static Map<String, Integer> ports(JsonObject slice) {
    Map<String, Integer> ports = new HashMap<>();
    JsonArray all = slice.getJsonArray("ports", new JsonArray());
    for (int i = 0; i < all.size(); i++) {
      Integer number = all.getJsonObject(i).getInteger("port");
      if (number != null) {
        ports.put(all.getJsonObject(i).getString("name", ""), number);
      }
    }
    return ports;
  }

  private static String key(JsonObject metadata, String name) {
    return metadata.getString("namespace", "") + "/" + name;
  }
}
