package dev.loadline.advisor.ledger.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.ledger.Balance;
import dev.loadline.advisor.ledger.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesTest {
  private static final String DATABASE =
      """
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: orders-pg}
      spec:
        serviceName: orders-pg
        replicas: 1
        template:
          metadata: {labels: {app: pg}}
          spec:
            containers:
              - name: postgres
                image: docker.io/library/postgres:16
                args: [-c, max_connections=200, -c, shared_buffers=1GB]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: db}
      spec: {selector: {app: pg}}
      """;

  private static String deployment(String spec, String pod) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: orders}
    spec:
      %s
      template:
        spec:
          %s
          containers:
            - name: orders
              image: shop/orders:7
              env:
                - {name: DATABASE_URL, value: "postgres://app:s3cret@db.shop.svc.cluster.local:5432/orders"}
                - {name: DB_POOL_SIZE, value: "10"}
    """
            .formatted(spec, pod)
        + DATABASE;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "replicas: 10                                                                                              | ''                                    | 100 | 130",
        "{replicas: 10, strategy: {type: Recreate}}                                                                | ''                                    | 100 | 100",
        "{replicas: 10, strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}}}                             | ''                                    | 100 | 110",
        "{replicas: 10, strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 0, maxUnavailable: 20%}}}        | ''                                    | 100 | 100",
        "{replicas: 10, strategy: {rollingUpdate: {maxSurge: 100%, maxUnavailable: 0}}}                            | ''                                    | 100 | 200",
        "replicas: 10                                                                                              | terminationGracePeriodSeconds: 60     | 100 | 230",
        "replicas: 10                                                                                              | terminationGracePeriodSeconds: 0      | 100 | 130",
        "{replicas: 10, strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}}                               | terminationGracePeriodSeconds: 60     | 100 | 200",
        "paused: false                                                                                             | ''                                    | 10  | 20",
      })
  void countsReplicasAndTheirRollout(String spec, String pod, String now, String rollout) {
    String written = spec.startsWith("{") ? spec.substring(1, spec.length() - 1) : spec;
    String block = written.replace(", strategy", "\n  strategy");
    Balance balance = Read.balance(Read.file(deployment(block, pod)), "orders-pg");

    assertThat(Read.totals(balance)).containsExactly(now, rollout, now, rollout);
  }

  @Test
  void anInitContainerIsOneProcess() {
    Manifests manifests =
        Read.file(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              replicas: 3
              strategy: {type: Recreate}
              template:
                spec:
                  initContainers:
                    - name: migrate
                      env:
                        - {name: DATABASE_URL, value: "postgres://u:p@owner.example.com/shop"}
                        - {name: WEB_CONCURRENCY, value: "4"}
                        - {name: DB_POOL_SIZE, value: "2"}
                  containers:
                    - name: shop
                      env:
                        - {name: DATABASE_URL, value: "postgres://u:p@pg.example.com/shop"}
                        - {name: WEB_CONCURRENCY, value: "4"}
                        - {name: DB_POOL_SIZE, value: "postgres://u:p@elsewhere.example.com/x"}
            """);

    assertThat(Read.balance(manifests, "owner.example.com").terms())
        .containsExactly("3 replicas x 1 worker x 2");
    assertThat(manifests.inventory().clients()).hasSize(2);
    assertThat(Read.remarks(manifests))
        .containsExactly("fleet.yaml:20: DB_POOL_SIZE is not a whole number");
  }

  @Test
  void aGracePeriodLetsTheWholeOldRevisionLinger() {
    Balance balance =
        Read.balance(
            Read.file(deployment("replicas: 10", "terminationGracePeriodSeconds: 60")),
            "orders-pg");

    assertThat(balance.terms())
        .containsExactly("23 replicas (10 + 3 surge + 10 terminating) x 1 worker x 10");
    assertThat(balance.reason())
        .isEqualTo(
            "230 may be opened during a rolling update, 33 more than the 197"
                + " (200 accepted - 3 reserved)");
    assertThat(balance.verdict()).isEqualTo(Verdict.EXCEEDED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apiVersion: autoscaling/v1 | kind: HorizontalPodAutoscaler | minReplicas: 2     | maxReplicas: 16",
        "apiVersion: autoscaling/v2 | kind: HorizontalPodAutoscaler | minReplicas: 2     | maxReplicas: 16",
        "apiVersion: keda.sh/v1alpha1 | kind: ScaledObject          | minReplicaCount: 2 | maxReplicaCount: 16",
      })
  void theAutoscalersMaximumCountsWhereverItIsWritten(
      String version, String kind, String least, String most) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "hpa.yaml",
        """
        %s
        %s
        metadata: {name: orders}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: orders}
          %s
          %s
        """
            .formatted(version, kind, least, most));
    files.put("fleet.yaml", deployment("strategy: {rollingUpdate: {maxSurge: 25%}}", ""));
    Balance balance = Read.balance(Manifests.read(files), "orders-pg");

    assertThat(Read.totals(balance)).containsExactly("20", "30", "160", "200");
  }

  @Test
  void everyFigureKeepsItsPlace() {
    Manifests manifests = Read.file(deployment("replicas: 4", ""));

    assertThat(manifests.inventory().clients())
        .singleElement()
        .satisfies(
            client -> {
              assertThat(client.where()).isEqualTo("fleet.yaml:10");
              assertThat(client.fleet().now().origin()).isEqualTo("fleet.yaml:5");
              assertThat(client.size().origin()).isEqualTo("fleet.yaml:14");
              assertThat(client.target()).isEqualTo("orders-pg");
            });
    assertThat(manifests.inventory().servers())
        .singleElement()
        .satisfies(
            server -> {
              assertThat(server.accepts().value()).isEqualTo(200);
              assertThat(server.accepts().origin()).startsWith("fleet.yaml:");
            });
    assertThat(manifests.remarks()).isEmpty();
  }

  @Test
  void passwordsAreNeverPrinted() {
    Manifests manifests = Read.file(deployment("replicas: 400", ""));

    assertThat(manifests.toString() + Read.balance(manifests, "orders-pg"))
        .doesNotContain("s3cret")
        .contains("orders-pg");
  }

  @Test
  void statefulSetsAreReplacedInTheirOrder() {
    String text =
        deployment("replicas: 4", "terminationGracePeriodSeconds: 60")
            .replaceFirst("kind: Deployment", "kind: StatefulSet");

    assertThat(Read.totals(Read.balance(Read.file(text), "orders-pg")))
        .containsExactly("40", "40", "40", "40");
  }

  @Test
  void theNumberOfNodesIsNotGuessed() {
    String text = deployment("{}", "").replaceFirst("kind: Deployment", "kind: DaemonSet");
    text = text.replaceFirst("  \\{}\n", "");
    Balance balance = Read.balance(Read.file(text), "orders-pg");

    assertThat(balance.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(balance.reason())
        .isEqualTo("fleet.yaml:1: orders runs on every node, and no file says how many there are");
  }

  @Test
  void configMapsAndSecretsAreFollowed() {
    Manifests manifests =
        Read.file(
            """
            apiVersion: v1
            kind: List
            items:
              - apiVersion: v1
                kind: ConfigMap
                metadata: {name: settings}
                data: {DB_POOL_SIZE: "7", WEB_CONCURRENCY: "3", PGHOST: db.example.com}
              - apiVersion: v1
                kind: Secret
                metadata: {name: billing}
                data: {url: "bXlzcWw6Ly91OnBAbXlzcWwuZXhhbXBsZS5jb20vYmlsbGluZz9jb25uZWN0aW9uTGltaXQ9OQ=="}
              - apiVersion: apps/v1
                kind: Deployment
                metadata: {name: orders}
                spec:
                  replicas: 2
                  template:
                    spec:
                      containers:
                        - name: orders
                          envFrom: [{configMapRef: {name: settings}}]
                        - name: billing
                          env:
                            - name: BILLING_DATABASE_URL
                              valueFrom: {secretKeyRef: {name: billing, key: url}}
            """);

    assertThat(manifests.inventory().clients())
        .extracting(
            client -> client.name() + " -> " + client.target(),
            client -> client.processes().value(),
            client -> client.size().value(),
            client -> client.size().origin())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("orders -> db.example.com", 3, 7, "fleet.yaml:7"),
            org.assertj.core.groups.Tuple.tuple(
                "orders/billing -> mysql.example.com", 1, 9, "fleet.yaml:11"));
  }

  @Test
  void aSecretThatIsElsewhereIsTakenForTheOnlyServer() {
    String hidden =
        deployment("replicas: 4", "")
            .replaceFirst(
                "\\{name: DATABASE_URL, value: [^}]*\\}",
                "{name: DATABASE_URL, valueFrom: {secretKeyRef: {name: db, key: url}}}");
    Manifests manifests = Read.file(hidden);

    assertThat(manifests.inventory().clients().get(0).target()).isEqualTo("orders-pg");
    assertThat(Read.remarks(manifests))
        .containsExactly(
            "fleet.yaml:10: orders: its server is in Secret db/url; taken to be orders-pg, the only"
                + " one in the files");
  }

  @Test
  void clientsOfOneSecretAddUpThoughItsServerIsUnknown() {
    Manifests manifests =
        Read.file(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a}
            spec: {replicas: 2, template: {spec: {containers: [{name: a, env: [{name: DATABASE_URL, valueFrom: {secretKeyRef: {name: db, key: url}}}, {name: DB_POOL_SIZE, value: "5"}]}]}}}
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: b}
            spec: {replicas: 3, template: {spec: {containers: [{name: b, env: [{name: DATABASE_URL, valueFrom: {secretKeyRef: {name: db, key: url}}}, {name: DB_POOL_SIZE, value: "7"}]}]}}}
            """);
    Balance balance = Read.balance(manifests, "Secret db/url");

    assertThat(Read.totals(balance).get(0)).isEqualTo("31");
    assertThat(balance.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void jobsAndWhatRunsFirstAreCounted() {
    Manifests manifests =
        Read.file(
            """
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: backup}
            spec:
              concurrencyPolicy: Forbid
              jobTemplate:
                spec:
                  template:
                    spec:
                      containers:
                        - name: dump
                          image: postgres:16
                          command: [sh, -c, "pg_dump -j 4 -Fd -f /backup"]
                          env: [{name: PGHOST, value: db}]
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: import}
            spec:
              parallelism: 3
              template:
                spec:
                  containers:
                    - name: import
                      env: [{name: PGHOST, value: db}, {name: DB_POOL_SIZE, value: "2"}]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders}
            spec:
              replicas: 1
              strategy: {type: Recreate}
              template:
                spec:
                  initContainers:
                    - name: migrate
                      env: [{name: PGHOST, value: db}]
                  containers:
                    - name: orders
                      env: [{name: PGHOST, value: db}, {name: DB_POOL_SIZE, value: "5"}]
            """
                + DATABASE);

    assertThat(Read.balance(manifests, "orders-pg").terms())
        .containsExactly(
            "backup: 1 replica x 1 worker x 5",
            "import: 3 replicas x 1 worker x 2",
            "orders: 1 replica x 1 worker x 5");
    assertThat(manifests.remarks()).isEmpty();
  }

  @Test
  void tellsWhatItDidNotCount() {
    Manifests manifests =
        Read.file(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cache}
            spec: {template: {spec: {containers: [{name: redis, image: "redis:7"}]}}}
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata: {name: gone}
            spec: {maxReplicas: 4, scaleTargetRef: {kind: Deployment, name: gone}}
            ---
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: nightly}
            spec: {jobTemplate: {spec: {template: {spec: {containers: [{name: n, env: [{name: PGHOST, value: pg.example.com}]}]}}}}}
            """);

    assertThat(Read.remarks(manifests))
        .containsExactly(
            "fleet.yaml:1: cache: nothing in its environment names a database; not counted",
            "fleet.yaml:6: the autoscaler is for Deployment gone, which is in none of the files",
            "fleet.yaml:11: nightly may run several times at once, one run is counted; write"
                + " concurrencyPolicy: Forbid");
    assertThat(Read.balance(manifests, "pg.example.com").reason())
        .isEqualTo(
            "no file says how many connections pg.example.com accepts; fleet.yaml:14: no pool size"
                + " for nightly is written; set DB_POOL_SIZE");
  }

  @Test
  void operatorsMakeServersAndPoolers() {
    Manifests manifests =
        Read.file(
            """
            apiVersion: postgresql.cnpg.io/v1
            kind: Cluster
            metadata: {name: shop}
            spec: {instances: 3, postgresql: {parameters: {max_connections: "120"}}}
            ---
            apiVersion: postgresql.cnpg.io/v1
            kind: Pooler
            metadata: {name: shop-pooler}
            spec:
              cluster: {name: shop}
              instances: 2
              pgbouncer: {poolMode: transaction, parameters: {default_pool_size: "25", max_client_conn: "500"}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders}
            spec:
              replicas: 6
              template:
                spec:
                  containers:
                    - name: orders
                      env: [{name: DATABASE_URL, value: "postgresql://app@shop-pooler/orders?pool_size=20"}]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: reports}
            spec:
              replicas: 1
              template:
                spec:
                  containers:
                    - name: reports
                      env: [{name: DATABASE_URL, value: "postgresql://app@shop-rw/orders?pool_size=4"}]
            """);

    assertThat(Read.balance(manifests, "shop").terms())
        .containsExactly(
            "reports: 2 replicas (1 + 1 surge) x 1 worker x 4",
            "shop-pooler: 2 replicas x 1 user x 1 database x 25");
    assertThat(Read.balance(manifests, "shop-pooler").reason())
        .isEqualTo("160 of 1000 accepted may be opened during a rolling update");
  }

  @Test
  void aProxyBesideTheClientStandsForItsServer() {
    Manifests manifests =
        Read.file(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders}
            spec:
              replicas: 2
              strategy: {type: Recreate}
              template:
                spec:
                  containers:
                    - name: orders
                      env: [{name: DB_HOST, value: "127.0.0.1"}, {name: DB_POOL_SIZE, value: "5"}]
                    - name: proxy
                      image: gcr.io/cloud-sql-connectors/cloud-sql-proxy:2.1.0
                      args: [--port=5431, "shop-prod:europe-west1:orders"]
            """);

    assertThat(Read.balance(manifests, "shop-prod:europe-west1:orders").ceiling().value())
        .isEqualTo(10);
  }

  @Test
  void anExporterBesideTheServerTakesOneConnection() {
    String text =
        DATABASE.replace(
            "        - name: postgres\n",
            """
                    - name: metrics
                      image: prometheuscommunity/postgres-exporter
                      env: [{name: DATA_SOURCE_URI, value: "localhost:5432/x"}, {name: DATA_SOURCE_NAME, value: "postgresql://u:p@localhost:5432/x"}]
                    - name: postgres
            """);

    assertThat(Read.balance(Read.file(text), "orders-pg").terms())
        .containsExactly("1 replica x 1 worker x 1");
  }

  @Test
  void applicationFilesThatAreMountedSetPoolsToo() {
    Manifests manifests =
        Read.file(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: app}
            data:
              application.yaml: |
                spring:
                  datasource:
                    url: jdbc:postgresql://pg.example.com:5432/orders?user=app
                    hikari:
                      maximum-pool-size: 25
              application-prod.properties: |
                # by hand
                management.server.port=9000
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: orders}
            spec:
              replicas: 3
              template:
                spec:
                  containers:
                    - name: orders
                      volumeMounts: [{name: config, mountPath: /config}]
                  volumes: [{name: config, configMap: {name: app}}]
            """);

    assertThat(Read.balance(manifests, "pg.example.com").terms())
        .containsExactly("3 replicas x 1 worker x 25");
    assertThat(manifests.inventory().clients().get(0).size().origin()).isEqualTo("fleet.yaml:10");
  }
}
