package dev.loadline.advisor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.ledger.manifest.Manifests;
import dev.loadline.advisor.ledger.manifest.Remark;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLedgerTest {
  private static final String FLEET =
      """
      model: shop
      document: Four containers against one database
      service: {instances: 4 instances}
      resources:
        pool: {server: postgres, size: 20 connections, overflow: 40 connections}
        workers: {processes: 1 processes}
      servers:
        postgres:
          engine: postgresql
          max_connections: 200
          reserved: 3
          standing: {migration: 1, cron: 1}
      """;

  @Test
  void theBuiltInModelsServerIsUnknown() throws IOException {
    Ledger ledger = ModelLedger.of(builtIn("capsules"));

    assertThat(ledger.balances())
        .singleElement()
        .satisfies(
            balance -> {
              assertThat(balance.server()).isEqualTo("database");
              assertThat(balance.ceiling().value()).isEqualTo(15);
              assertThat(balance.verdict()).isEqualTo(Verdict.UNKNOWN);
              assertThat(balance.reason())
                  .isEqualTo("capsules.yaml:25: max_connections of database is not stated");
              assertThat(balance.terms()).containsExactly("1 replica x 1 worker x 15 (5 + 10)");
            });
  }

  @Test
  void theBuiltInModelsOfOtherDatabasesAreSummedToo() throws IOException {
    assertThat(ModelLedger.of(builtIn("calls")).balances())
        .extracting(Balance::server, balance -> balance.ceiling().value(), Balance::verdict)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("mongodb", 10L, Verdict.FITS));
    assertThat(ModelLedger.of(builtIn("video")).balances()).isEmpty();
  }

  @Test
  void tenInstancesOfTheBiggerPoolMayOpenFiveHundred() throws IOException {
    ModelFile fleet =
        builtIn("capsules")
            .with(
                Map.of(
                    "service.instances", "10 instances",
                    "resources.pool.size", "20 connections",
                    "resources.pool.overflow", "30 connections"));

    assertThat(ModelLedger.of(fleet).balances().get(0).ceiling().value()).isEqualTo(500);
  }

  @Test
  void fourContainersOfSixtyAreTooManyForTwoHundred() {
    Balance balance = balance(file(FLEET));

    assertThat(balance.ceiling().value()).isEqualTo(242);
    assertThat(balance.verdict()).isEqualTo(Verdict.EXCEEDED);
    assertThat(balance.terms())
        .containsExactly("4 replicas x 1 worker x 60 (20 + 40)", "2 standing: cron, migration");
  }

  @Test
  void surgeAndAutoscalerCountWhereTheyAreStated() {
    ModelFile file =
        file(FLEET)
            .with(
                Map.of(
                    "service.max_instances", "10 instances",
                    "service.max_surge", "25%",
                    "resources.workers.processes", "2 processes"));
    Balance balance = balance(file);

    assertThat(balance.total(State.NOW).value()).isEqualTo(482);
    assertThat(balance.total(State.ROLLOUT_AT_MAXIMUM).value()).isEqualTo(13 * 2 * 60 + 2);
  }

  @Test
  void aRangeCountsWithItsUpperEnd() {
    ModelFile file = file(FLEET).with(Map.of("service.instances", "3-5 instances"));

    assertThat(balance(file).ceiling().value()).isEqualTo(302);
  }

  @Test
  void poolersAndOtherClientsOfTheModelTakePart() {
    ModelFile file =
        file(
            FLEET.replace("pool: {server: postgres", "pool: {server: bouncer")
                + """
                poolers:
                  bouncer: {server: postgres, default_pool_size: 20, reserve_pool: 5, max_client_conn: 300}
                clients:
                  reports: {server: postgres, instances: 2, connections: 4 connections}
                """);
    Ledger ledger = ModelLedger.of(file);

    assertThat(ledger.balances().get(0).terms())
        .containsExactly(
            "reports: 2 replicas x 1 worker x 4",
            "bouncer: 1 replica x 1 user x 1 database x 25 (20 + 5)",
            "2 standing: cron, migration");
    assertThat(ledger.balances().get(1).reason())
        .isEqualTo("240 of 300 accepted may be opened now");
  }

  @Test
  void whatIsDeployedGoesBeforeTheModel() {
    Manifests deployed =
        Manifests.read(
            "k8s.yaml",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              replicas: 6
              strategy: {type: Recreate}
              template:
                spec:
                  containers:
                    - name: shop
                      env:
                        - {name: DATABASE_URL, value: "postgres://u:p@pg.internal.example.com/shop"}
                        - {name: DB_POOL_SIZE, value: "10"}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: mailer}
            spec:
              replicas: 2
              strategy: {type: Recreate}
              template:
                spec:
                  containers:
                    - name: mailer
                      env:
                        - {name: DATABASE_URL, value: "postgres://u:p@pg.internal.example.com/shop?pool_size=7"}
            """);
    Inventory both = ModelLedger.inventory(file(FLEET)).overlaid(deployed.inventory());
    Balance balance = Ledger.of(both).balances().get(0);

    assertThat(Ledger.of(both).balances()).hasSize(1);
    assertThat(balance.terms())
        .containsExactly(
            "shop: 6 replicas x 1 worker x 10",
            "mailer: 2 replicas x 1 worker x 7",
            "2 standing: cron, migration");
    assertThat(balance.reason())
        .isEqualTo("76 of 197 (200 accepted - 3 reserved) may be opened now");
  }

  @Test
  void whatTheDeploymentDoesNotSayStaysTheModels() {
    Manifests deployed =
        Manifests.read(
            "k8s.yaml",
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              replicas: 2
              template:
                spec:
                  containers:
                    - name: shop
                      env:
                        - name: DATABASE_URL
                          valueFrom: {secretKeyRef: {name: db, key: url}}
            """);
    ModelFile scaled = file(FLEET).with(Map.of("service.max_instances", "9 instances"));
    Inventory both = ModelLedger.inventory(file(FLEET)).overlaid(deployed.inventory());
    Inventory grown = ModelLedger.inventory(scaled).overlaid(deployed.inventory());

    assertThat(Ledger.of(grown).balances().get(0).total(State.AT_MAXIMUM).value())
        .isEqualTo(9 * 60 + 2);
    assertThat(Ledger.of(both).balances().get(0).terms())
        .containsExactly(
            "3 replicas (2 + 1 surge) x 1 worker x 60 (20 + 40)", "2 standing: cron, migration");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lots | 2 | 2 | app.yaml:5: DB_POOL_SIZE is not a whole number",
        "${POOL} | 2 | 2 | app.yaml:5: DB_POOL_SIZE is not known: the variable ${POOL}",
        "8 | -3 | 2 | app.yaml:6: WEB_CONCURRENCY is not a whole number",
        "8 | 2 | two | app.yaml:7: replicas is not a whole number",
      })
  void whatIsDeployedAndCannotBeReadIsNotTakenFromTheModel(
      String size, String workers, String replicas, String reason) {
    Manifests deployed =
        Manifests.read(
            "app.yaml",
            """
            services:
              shop:
                environment:
                  DATABASE_URL: "postgres://u:secret@postgres/shop"
                  DB_POOL_SIZE: "%s"
                  WEB_CONCURRENCY: "%s"
                deploy: {replicas: %s}
            """
                .formatted(size, workers, replicas));
    Balance balance =
        Ledger.of(ModelLedger.inventory(file(FLEET)).overlaid(deployed.inventory()))
            .balances()
            .get(0);

    assertThat(balance.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(balance.reason()).isEqualTo(reason);
    assertThat(balance.unreadable()).containsExactly(reason);
    assertThat(deployed.remarks()).extracting(Remark::toString).containsExactly(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://app:BadPw11@:::orders pg/shop",
        "postgresql://app:BadPw11@/shop",
        "postgress://app:BadPw11@postgres/shop",
        "postgres:5432/shop"
      })
  void anAddressThatCannotBeReadKeepsItsClientAndIsNotPrinted(String url) {
    Manifests deployed =
        Manifests.read(
            "app.yaml",
            """
            services:
              shop:
                environment:
                  DATABASE_URL: "%s"
                  DB_POOL_SIZE: 8
            """
                .formatted(url));
    String reason =
        "app.yaml:4: DATABASE_URL is no address of a server; write postgresql://user@host:5432/name";
    Balance alone = Ledger.of(deployed.inventory()).balances().get(0);
    Balance both =
        Ledger.of(ModelLedger.inventory(file(FLEET)).overlaid(deployed.inventory()))
            .balances()
            .get(0);

    assertThat(alone.server()).isEqualTo("the server of shop");
    assertThat(alone.terms()).containsExactly("1 replica x 1 worker x 8");
    assertThat(alone.reason()).isEqualTo(reason);
    assertThat(both.server()).isEqualTo("postgres");
    assertThat(both.reason()).isEqualTo(reason);
    assertThat(both.unreadable()).containsExactly(reason);
    assertThat(deployed.remarks()).extracting(Remark::toString).containsExactly(reason);
  }

  @Test
  void postgresqlKeepsThreeBackWhereNothingIsStated() {
    Balance balance = balance(file(FLEET.replace("reserved: 3", "cores: 4")));

    assertThat(balance.reserved()).isEqualTo(3);
    assertThat(balance.assumptions())
        .containsExactly(
            "postgres: 3 connections reserved for superusers, PostgreSQL's own setting");
    assertThat(balance(file(FLEET.replace("reserved: 3", "reserved: 0"))).reserved()).isZero();
    assertThat(
            balance(
                    file(
                        FLEET
                            .replace("reserved: 3", "cores: 4")
                            .replace("engine: postgresql", "engine: mysql")))
                .reserved())
        .isZero();
  }

  @Test
  void valuesWithoutANameAreThoseOfTheOnlyModel() {
    Manifests deployed =
        Manifests.read(
            Map.of(
                "values.yaml",
                """
                replicaCount: 2
                strategy: {type: Recreate}
                env: {DATABASE_URL: "postgres://u:p@postgres/shop", DB_POOL_SIZE: 8}
                """),
            "shop");
    Ledger ledger = Ledger.of(ModelLedger.inventory(file(FLEET)).overlaid(deployed.inventory()));

    assertThat(ledger.balances().get(0).terms()).hasSize(2).contains("2 replicas x 1 worker x 8");
    assertThat(deployed.remarks())
        .extracting(Remark::toString)
        .containsExactly(
            "values.yaml:1: the values name no service; taken for shop, the only one that is"
                + " modelled");
  }

  @Test
  void otherPoolsOfADeployedServiceAreThereAsOften() {
    Manifests deployed =
        Manifests.read(
            "compose.yaml",
            """
            services:
              shop:
                deploy: {replicas: 3}
                command: gunicorn -w 2 app
                environment: {DATABASE_URL: "postgres://u:p@postgres/shop", DB_POOL_SIZE: 8}
            """);
    ModelFile file =
        file(
            FLEET
                .replace(
                    "workers:",
                    "redis: {kind: pool, server: cache, size: 7 connections}\n  workers:")
                .replace("servers:", "servers:\n  cache: {engine: redis, max_connections: 100}"));
    Ledger ledger = Ledger.of(ModelLedger.inventory(file).overlaid(deployed.inventory()));

    assertThat(ledger.balances())
        .flatExtracting(Balance::terms)
        .containsExactlyInAnyOrder(
            "3 replicas x 2 workers x 7",
            "3 replicas x 2 workers x 8",
            "2 standing: cron, migration");
  }

  @Test
  void theHospitalsEightWorkersMayOpenTwelveHundred() throws IOException {
    ModelFile hospital = builtIn("hospital");
    Map<String, Long> ceilings = new TreeMap<>();
    hospital
        .model()
        .options()
        .forEach(
            (name, option) -> {
              Balance balance = balance(hospital.with(option.changes()));
              ceilings.put(name + " " + balance.verdict().label(), balance.ceiling().atLeast());
            });

    assertThat(ceilings)
        .containsEntry("replicas4 exceeded", 240L)
        .containsEntry("workers4 exceeded", 240L)
        .containsEntry("vertical exceeded", 1_200L)
        .containsEntry("pool200 exceeded", 200L);
  }

  private static Balance balance(ModelFile file) {
    return ModelLedger.of(file).balances().get(0);
  }

  private static ModelFile file(String text) {
    return ModelFile.parse("shop.yaml", text);
  }

  private static ModelFile builtIn(String name) throws IOException {
    try (InputStream stream =
        ModelLedgerTest.class.getResourceAsStream("/models/" + name + ".yaml")) {
      assertThat(stream).isNotNull();
      return ModelFile.parse(
          name + ".yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
