package dev.loadline.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import dev.loadline.advisor.cli.LoadlineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The chart, rendered by the real Helm. */
class HelmChartTest {
  private static final Path CHART = Path.of("../helm/loadline").toAbsolutePath().normalize();
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void lintFindsNothing() {
    LintResult result = new Helm(CHART).lint().strict().call();

    assertThat(result.getMessages()).containsExactly("[INFO] Chart.yaml: icon is recommended");
    assertThat(result.isFailed()).isFalse();
  }

  @Test
  void itIsTheVersionOfTheBuild() throws IOException {
    JsonNode chart = yaml(Files.readString(CHART.resolve("Chart.yaml"))).get(0);

    assertThat(Files.readString(Path.of("../pom.xml")))
        .contains("<version>" + chart.get("appVersion").asText() + "</version>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.25.0", "1.34.0"})
  void theDefaultsInstallOnOldAndNewClusters(String version) {
    assertThat(kinds(yaml(chart().withKubeVersion(version).call())))
        .containsExactlyInAnyOrder(
            "NetworkPolicy",
            "ServiceAccount",
            "ConfigMap",
            "PersistentVolumeClaim",
            "Service",
            "Deployment");
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyPodIsRestricted(Path values) {
    JsonNode pod = pod(render(values));
    JsonNode container = pod.at("/containers/0/securityContext");

    assertThat(pod.get("containers")).hasSize(1);
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/runAsUser").asInt()).isEqualTo(65532);
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    assertThat(container.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(container.get("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.at("/capabilities/drop")).hasToString("[\"ALL\"]");
    assertThat(pod.get("automountServiceAccountToken").asBoolean(true))
        .as("a token only for whom asks the API")
        .isEqualTo(values.endsWith("kubernetes-values.yaml"));
  }

  @Test
  void discoveryInKubernetesMayReadAndNothingElse() {
    List<JsonNode> objects = render(CHART.resolve("ci/kubernetes-values.yaml"));

    assertThat(objects.stream().filter(each -> each.get("kind").asText().equals("Role")))
        .extracting(each -> each.at("/metadata/namespace").asText())
        .containsExactlyInAnyOrder("shop", "billing");
    assertThat(objects.stream().flatMap(each -> each.path("rules").findValues("verbs").stream()))
        .isNotEmpty()
        .allSatisfy(verbs -> assertThat(verbs).hasToString("[\"get\",\"list\",\"watch\"]"));
    assertThat(kinds(objects)).doesNotContain("ClusterRole");
  }

  @ParameterizedTest
  @MethodSource("values")
  void theProgramTakesItsConfiguration(Path values) {
    LoadlineSettings settings = LoadlineSettings.parse("loadline.yaml", config(render(values)));

    assertThat(settings.data()).isEqualTo(Path.of("/var/lib/loadline"));
    assertThat(settings.listen()).hasToString("0.0.0.0:8686");
  }

  @Test
  void whatTheValuesSayArrivesInTheProgram() {
    LoadlineSettings watching = settings("watching-values.yaml");
    LoadlineSettings telling = settings("notifiers-values.yaml");

    assertThat(watching.collector().interval()).isEqualTo(Duration.ofSeconds(15));
    assertThat(watching.collector().discovery()).hasSize(1);
    assertThat(watching.services()).containsOnlyKeys("orders");
    assertThat(telling.notifiers())
        .extracting(chosen -> chosen.plugin().name())
        .containsExactly("slack", "alertmanager");
  }

  @ParameterizedTest
  @MethodSource("values")
  void itIsAliveAndReadyWhereTheProgramSaysSo(Path values) {
    JsonNode container = pod(render(values)).at("/containers/0");

    assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/healthz");
    assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/healthz");
    assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
  }

  @ParameterizedTest
  @MethodSource("values")
  void whatIsMountedExistsAndTheOtherWayRound(Path values) {
    JsonNode pod = pod(render(values));

    assertThat(names(pod.at("/containers/0/volumeMounts")))
        .containsExactlyInAnyOrderElementsOf(names(pod.get("volumes")));
  }

  @Test
  void theOldPodEndsBeforeTheNewOneOpensTheStore() {
    JsonNode deployment = one("Deployment", yaml(chart().call()));

    assertThat(deployment.at("/spec/strategy/type").asText()).isEqualTo("Recreate");
    assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(1);
  }

  @Test
  void anotherConfigurationStartsANewPod() {
    assertThat(checksum(chart().set("collector.interval", "20s")))
        .hasSize(64)
        .isNotEqualTo(checksum(chart()));
  }

  @Test
  void theWebhookIsMountedFromItsSecretAndNowhereElse() {
    List<JsonNode> rendered = render(CHART.resolve("ci/notifiers-values.yaml"));
    JsonNode pod = pod(rendered);

    assertThat(config(rendered)).contains("webhook_file: /run/secrets/loadline/slack/webhook-url");
    assertThat(pod.get("volumes"))
        .anySatisfy(
            volume -> {
              assertThat(volume.at("/secret/secretName").asText()).isEqualTo("loadline-slack");
              assertThat(volume.at("/secret/items/0/key").asText()).isEqualTo("url");
              assertThat(volume.at("/secret/items/0/path").asText()).isEqualTo("webhook-url");
            });
    assertThat(pod.at("/containers/0/volumeMounts"))
        .anySatisfy(
            mount ->
                assertThat(mount.get("mountPath").asText())
                    .isEqualTo("/run/secrets/loadline/slack"));
  }

  @ParameterizedTest
  @CsvSource({
    "collector.intervall, 5s, /collector, intervall",
    "collector.interval, 5 seconds, /collector/interval, 5 seconds",
    "mode, apart, /mode, embedded",
    "service.port, 0, /service/port, minimum",
    "notifiers.slack.webhook, x, /notifiers/slack, webhook",
    "services.orders.objective.p95, fast, /services/orders/objective/p95, fast",
  })
  void aWrongValueIsRefusedByItsName(String key, String value, String where, String what) {
    TemplateCommand command = chart().set(key, value);

    assertThatThrownBy(command::call)
        .hasMessageContaining("at '" + where + "'")
        .hasMessageContaining(what);
  }

  static Stream<Path> values() throws IOException {
    try (Stream<Path> files = Files.list(CHART.resolve("ci"))) {
      return Stream.concat(
          Stream.of(CHART.resolve("values.yaml")), files.sorted().toList().stream());
    }
  }

  private static TemplateCommand chart() {
    return new Helm(CHART)
        .template()
        .withName("demo")
        .withNamespace("capacity")
        .withKubeVersion("1.30.0");
  }

  private static List<JsonNode> render(Path values) {
    return yaml(chart().withValuesFile(values).call());
  }

  private static LoadlineSettings settings(String values) {
    return LoadlineSettings.parse(values, config(render(CHART.resolve("ci").resolve(values))));
  }

  private static String checksum(TemplateCommand command) {
    return one("Deployment", yaml(command.call()))
        .at("/spec/template/metadata/annotations")
        .get("checksum/config")
        .asText();
  }

  private static String config(List<JsonNode> rendered) {
    return one("ConfigMap", rendered).at("/data/loadline.yaml").asText();
  }

  private static JsonNode pod(List<JsonNode> rendered) {
    return one("Deployment", rendered).at("/spec/template/spec");
  }

  private static JsonNode one(String kind, List<JsonNode> rendered) {
    return rendered.stream()
        .filter(part -> part.get("kind").asText().equals(kind))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind));
  }

  private static List<String> kinds(List<JsonNode> rendered) {
    return rendered.stream().map(part -> part.get("kind").asText()).toList();
  }

  private static List<String> names(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(part -> part.get("name").asText())
        .toList();
  }

  private static List<JsonNode> yaml(String text) {
    Iterable<Object> parts = new Load(LoadSettings.builder().build()).loadAllFromString(text);
    return StreamSupport.stream(parts.spliterator(), false)
        .filter(part -> part != null)
        .map(part -> JSON.<JsonNode>valueToTree(part))
        .toList();
  }
}
