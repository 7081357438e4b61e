package dev.loadline.collector.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesDiscoveryTest {
  private static final String PODS = "/api/v1/pods";
  private static final String SERVICES = "/api/v1/services";
  private static final String SLICES = "/apis/discovery.k8s.io/v1/endpointslices";
  private static final String POD_MONITORS = "/apis/monitoring.coreos.com/v1/podmonitors";
  private static final String SERVICE_MONITORS = "/apis/monitoring.coreos.com/v1/servicemonitors";

  @TempDir Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final ApiServer server = new ApiServer(vertx);

  @BeforeEach
  void token() throws IOException {
    Files.writeString(directory.resolve("token"), "first\n");
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  @Test
  void aPortCalledMetricsIsEnough() throws Exception {
    server.put(PODS, pod("orders-0", "10.0.0.1", "", "\"app\":\"orders\""));
    try (Found found = found()) {
      await().until(found::heard);

      assertThat(found.targets()).containsExactly("orders orders-0 http://10.0.0.1:9464/metrics");
      assertThat(found.reason()).isEmpty();
    }
  }

  @Test
  void annotationsDecide() throws Exception {
    server.put(
        PODS,
        pod(
            "a",
            "10.0.0.1",
            "\"prometheus.io/scrape\":\"true\",\"prometheus.io/port\":\"8080\","
                + "\"prometheus.io/path\":\"/m\",\"prometheus.io/scheme\":\"https\"",
            "\"app.kubernetes.io/name\":\"shop\",\"app\":\"other\""));
    server.put(PODS, pod("b", "10.0.0.2", "\"prometheus.io/scrape\":\"false\"", ""));
    try (Found found = found()) {
      await().until(found::heard);

      assertThat(found.targets()).containsExactly("shop a https://10.0.0.1:8080/m");
    }
  }

  @Test
  void podsOfOneDeploymentAreOneService() throws Exception {
    for (String name : List.of("orders-7d9f-abcde", "orders-7d9f-fghij")) {
      server.put(
          PODS,
          pod(name, "10.0.0." + name.length(), "", "\"pod-template-hash\":\"7d9f\"")
              .replace(
                  "\"name\":\"" + name + "\"",
                  "\"name\":\""
                      + name
                      + "\",\"ownerReferences\":[{\"kind\":\"ReplicaSet\","
                      + "\"name\":\"orders-7d9f\",\"controller\":true}]"));
    }
    try (Found found = found()) {
      await().until(found::heard);

      assertThat(found.targets())
          .containsExactly(
              "orders orders-7d9f-abcde http://10.0.0.17:9464/metrics",
              "orders orders-7d9f-fghij http://10.0.0.17:9464/metrics");
    }
  }

  @Test
  void podsComeAndGoAndStayWhileTheyAreNotReady() throws Exception {
    server.put(PODS, pod("a", "10.0.0.1", "", "\"app\":\"a\""));
    try (Found found = found()) {
      await().until(() -> found.targets().size() == 1 && server.isWatched(PODS));
      server.put(PODS, pod("b", "10.0.0.2", "", "\"app\":\"b\""));
      await().until(() -> found.targets().size() == 2);

      server.put(
          PODS,
          pod("a", "10.0.0.1", "", "\"app\":\"a\"")
              .replace(
                  "\"status\":{",
                  "\"status\":{\"conditions\":[{\"type\":\"Ready\",\"status\":\"False\"}],"));
      server.delete(PODS, "b");
      await().until(() -> found.targets().size() == 1);
      assertThat(found.targets()).containsExactly("a a http://10.0.0.1:9464/metrics");
    }
  }

  @Test
  void anExpiredVersionIsListedAgain() throws Exception {
    server.put(PODS, pod("a", "10.0.0.1", "", "\"app\":\"a\""));
    server.put(PODS, pod("b", "10.0.0.2", "", "\"app\":\"b\""));
    try (Found found = found()) {
      await().until(() -> found.targets().size() == 2 && server.isWatched(PODS));
      server.loseHistory(PODS, "a");

      await().until(() -> found.targets().size() == 1 && server.isWatched(PODS));
      await().until(() -> found.reason().isEmpty());
      assertThat(found.targets()).containsExactly("b b http://10.0.0.2:9464/metrics");
    }
  }

  @Test
  void bookmarksMoveTheVersionFromWhichAnEndedWatchGoesOn() throws Exception {
    try (Found found = found()) {
      await().until(() -> server.isWatched(PODS));
      long lists = lists();
      server.put(PODS, pod("a", "10.0.0.1", "", "\"app\":\"a\""));
      server.put(SERVICES, "{\"metadata\":{\"name\":\"s\",\"namespace\":\"shop\"}}");
      server.bookmark(PODS);
      server.end(PODS);
      await().until(() -> server.isWatched(PODS));

      server.put(PODS, pod("b", "10.0.0.2", "", "\"app\":\"b\""));
      await().until(() -> found.targets().size() == 2);
      assertThat(lists()).isEqualTo(lists);
      assertThat(server.questions())
          .anySatisfy(
              asked -> assertThat(asked).startsWith(PODS + "?watch=true").endsWith("Version=103"));
    }
  }

  @Test
  void aTokenThatWasReplacedIsReadAgain() throws Exception {
    try (Found found = found()) {
      await().until(() -> server.isWatched(PODS));
      server.token("second");
      Files.writeString(directory.resolve("token"), "second");
      server.hangUp(PODS);

      await().until(() -> server.isWatched(PODS));
      server.put(PODS, pod("a", "10.0.0.1", "", "\"app\":\"a\""));
      await().until(() -> found.targets().size() == 1);
      await().until(() -> found.reason().isEmpty());
    }
  }

  @Test
  void whatIsForbiddenIsToldAndAskedForAgain() throws Exception {
    server.put(PODS, pod("a", "10.0.0.1", "", "\"app\":\"a\""));
    server.refuse(SERVICES, 403);
    try (Found found = found()) {
      await().until(found::heard);
      assertThat(found.targets()).hasSize(1);
      assertThat(found.reason())
          .isEqualTo("/api/v1/services: answered 403; grant get, list and watch");

      server.allow(SERVICES);
      await().until(() -> found.reason().isEmpty());
    }
  }

  @Test
  void aServerThatCannotBeReachedTakesNothing() throws Exception {
    server.put(PODS, pod("a", "10.0.0.1", "", "\"app\":\"a\""));
    try (Found found = found()) {
      await().until(() -> found.targets().size() == 1 && server.isWatched(PODS));
      server.refuse(PODS, 503);
      server.hangUp(PODS);

      await().until(() -> found.reason().contains("answered 503"));
      assertThat(found.targets()).hasSize(1);
    }
  }

  @Test
  void clustersWithoutMonitorsAreFine() throws Exception {
    server.put(PODS, pod("a", "10.0.0.1", "", "\"app\":\"a\""));
    server.refuse(POD_MONITORS, 404);
    server.refuse(SERVICE_MONITORS, 404);
    try (Found found = found()) {
      await().until(found::heard);

      assertThat(found.targets()).hasSize(1);
      assertThat(found.reason()).isEmpty();
    }
  }

  @Test
  void podMonitorsSelectPods() throws Exception {
    server.put(PODS, pod("a", "10.0.0.1", "", "\"app\":\"a\"").replace("metrics", "web"));
    server.put(PODS, pod("b", "10.0.0.2", "", "\"app\":\"b\"").replace("metrics", "web"));
    server.put(
        POD_MONITORS,
        """
        {"metadata":{"name":"m","namespace":"watching"},"spec":{
          "namespaceSelector":{"matchNames":["shop"]},
          "selector":{"matchExpressions":[{"key":"app","operator":"In","values":["a","c"]}]},
          "podMetricsEndpoints":[{"port":"web","path":"/actuator/prometheus",
            "scheme":"https","params":{"part":["jvm"]}}]}}
        """);
    server.put(
        POD_MONITORS,
        """
        {"metadata":{"name":"elsewhere","namespace":"watching"},"spec":{
          "selector":{},"podMetricsEndpoints":[{"port":"web"}]}}
        """);
    try (Found found = found()) {
      await().until(found::heard);

      assertThat(found.targets())
          .containsExactly("a a https://10.0.0.1:9464/actuator/prometheus?part=jvm");
    }
  }

  @Test
  void serviceMonitorsSelectWhatStandsBehindServices() throws Exception {
    server.put(PODS, pod("a", "10.0.0.1", "", "\"app\":\"a\"").replace("metrics", "web"));
    server.put(
        SERVICES,
        """
        {"metadata":{"name":"front","namespace":"shop","labels":{"tier":"front"}}}
        """);
    server.put(
        SLICES,
        """
        {"metadata":{"name":"front-x","namespace":"shop",
          "labels":{"kubernetes.io/service-name":"front"}},
         "ports":[{"name":"http","port":9464}],
         "endpoints":[
           {"addresses":["10.0.0.1"],"conditions":{"ready":false},
            "targetRef":{"kind":"Pod","name":"a"}},
           {"addresses":["192.168.0.9"]}]}
        """);
    server.put(
        SERVICE_MONITORS,
        """
        {"metadata":{"name":"m","namespace":"shop"},"spec":{
          "selector":{"matchLabels":{"tier":"front"}},
          "endpoints":[{"port":"http","path":"/m"},{"targetPort":"web","path":"/w"}]}}
        """);
    try (Found found = found()) {
      await().until(found::heard);

      assertThat(found.targets())
          .containsExactly(
              "a a http://10.0.0.1:9464/m",
              "a a http://10.0.0.1:9464/w",
              "front 192.168.0.9:9464 http://192.168.0.9:9464/m");
    }
  }

  @Test
  void asksInTheNamespacesThatAreNamedAndNeverWrites() throws Exception {
    server.put("/api/v1/namespaces/shop/pods", pod("a", "10.0.0.1", "", "\"app\":\"a\""));
    try (Found found = found(", namespaces: [shop]")) {
      await().until(found::heard);

      assertThat(found.targets()).hasSize(1);
      assertThat(server.questions())
          .allSatisfy(asked -> assertThat(asked).contains("/namespaces/shop/"));
      assertThat(server.methods()).containsExactly("GET");
    }
  }

  @Test
  void aNamespaceIsAName() {
    assertThatThrownBy(() -> Found.settings("kubernetes: {namespaces: [\"a/../b\"]}"))
        .hasMessageContaining("no name of a namespace: 'a/../b'");
  }

  private long lists() {
    return server.questions().stream().filter(asked -> asked.startsWith(PODS + "?limit")).count();
  }

  private Found found() {
    return found("");
  }

  private Found found(String more) {
    return Found.by(
        vertx,
        "kubernetes: {api: \"%s\", token_file: %s%s}"
            .formatted(server.url(), directory.resolve("token"), more));
  }

  private static String pod(String name, String ip, String annotations, String labels) {
    return """
        {"metadata":{"name":"%s","namespace":"shop","annotations":{%s},"labels":{%s}},
         "spec":{"containers":[{"ports":[{"name":"metrics","containerPort":9464}]}]},
         "status":{"phase":"Running","podIP":"%s"}}
        """
        .formatted(name, annotations, labels, ip);
  }
}
