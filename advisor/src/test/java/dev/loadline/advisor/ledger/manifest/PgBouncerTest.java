package dev.loadline.advisor.ledger.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PgBouncerTest {

  @Test
  void readsItsFileFromAConfigMapAndStandsBetween() {
    Manifests manifests =
        Read.file(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: bouncer}
            data:
              pgbouncer.ini: |
                [databases]
                orders = host=pg.example.com port=5432 dbname=orders
                billing = host=pg.example.com dbname=billing
                [pgbouncer]
                pool_mode = transaction
                default_pool_size = 20   ; for each pair
                reserve_pool_size = 5
                max_client_conn = 300
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: pgbouncer}
            spec:
              replicas: 2
              strategy: {type: Recreate}
              template:
                spec:
                  containers:
                    - name: pgbouncer
                      image: edoburu/pgbouncer:1.22
                      volumeMounts: [{name: config, mountPath: /etc/pgbouncer}]
                  volumes: [{name: config, configMap: {name: bouncer}}]
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders}
            spec:
              replicas: 4
              template:
                spec:
                  containers:
                    - name: orders
                      env:
                        - {name: DATABASE_URL, value: "postgres://orders:x@pgbouncer:6432/orders"}
                        - {name: DB_POOL_SIZE, value: "60"}
            """);

    assertThat(Read.balance(manifests, "pg.example.com").terms())
        .containsExactly("2 replicas x 1 user x 2 databases x 25 (20 + 5)");
    assertThat(Read.balance(manifests, "pgbouncer").terms())
        .containsExactly("5 replicas (4 + 1 surge) x 1 worker x 60");
    assertThat(manifests.inventory().poolers().get(0).upstreams().get(0).poolSize().origin())
        .isEqualTo("fleet.yaml:11");
    assertThat(manifests.inventory().poolers().get(0).mode()).isEqualTo("transaction");
  }

  @Test
  void readsTheEnvironmentOfTheUsualImagesAndNamesItsDefaults() {
    Manifests manifests =
        Read.file(
            """
            services:
              db: {image: "postgres:16", command: postgres -c max_connections=50}
              bouncer:
                image: bitnami/pgbouncer
                environment:
                  POSTGRESQL_HOST: db
                  POSTGRESQL_USERNAME: app
                  PGBOUNCER_DATABASE: shop
                  PGBOUNCER_DEFAULT_POOL_SIZE: 60
                  PGBOUNCER_MAX_DB_CONNECTIONS: "0"
              web:
                environment: {DATABASE_URL: "postgres://app:x@bouncer:6432/shop?connection_limit=5"}
            """);

    assertThat(Read.balance(manifests, "db").reason())
        .isEqualTo("60 may be opened now, 13 more than the 47 (50 accepted - 3 reserved)");
    assertThat(Read.balance(manifests, "db").terms())
        .containsExactly("1 replica x 1 user x 1 database x 60");
    assertThat(Read.balance(manifests, "bouncer").assumptions())
        .contains("bouncer: max_client_conn 100, PgBouncer's where nothing is set");
  }

  @Test
  void besideItsClientItIsReachedAtLocalhost() {
    Manifests manifests =
        Read.file(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: orders}
            spec:
              replicas: 3
              strategy: {type: Recreate}
              template:
                spec:
                  containers:
                    - name: orders
                      env:
                        - {name: DATABASE_URL, value: "postgres://app:x@127.0.0.1:6432/shop?pool_size=40"}
                    - name: bouncer
                      image: edoburu/pgbouncer
                      env:
                        - {name: DATABASE_URL, value: "postgres://app:x@pg.example.com/shop"}
                        - {name: MAX_DB_CONNECTIONS, value: "8"}
            """);

    assertThat(Read.balance(manifests, "pg.example.com").terms())
        .containsExactly("3 replicas x 1 database x 8 at most");
    assertThat(Read.balance(manifests, "orders/bouncer").ceiling().value()).isEqualTo(120);
  }

  @Test
  void aFileOfItsOwnIsJoinedWithWhatIsDeployed() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "compose.yaml", "services: {bouncer: {image: edoburu/pgbouncer, deploy: {replicas: 2}}}");
    files.put(
        "pgbouncer.ini",
        "[databases]\n* = host=pg.example.com user=app\n[pgbouncer]\nmax_db_connections = 30\n");
    Manifests manifests = Manifests.read(files);

    assertThat(Read.balance(manifests, "pg.example.com").reason())
        .contains("compose.yaml:1: which databases are used through bouncer is not written");
    assertThat(Read.balance(manifests, "pg.example.com").ceiling()).hasToString("at least 40");
  }

  private static final String KEPT =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: pgbouncer-config}
      data:
        pgbouncer.ini: |
          [databases]
          shop = host=pg.example.com user=app
          [pgbouncer]
          default_pool_size = 40
      """;

  @Test
  void aConfigMapThatNothingMountsIsUsedAndTold() {
    Manifests manifests =
        Read.file(
            KEPT
                + """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: orders}
                spec:
                  replicas: 3
                  strategy: {type: Recreate}
                  template:
                    spec:
                      containers:
                        - name: orders
                          env:
                            - {name: DATABASE_URL, value: "postgres://app:x@pgbouncer:6432/shop"}
                            - {name: DB_POOL_SIZE, value: "10"}
                """);

    assertThat(Read.balance(manifests, "pg.example.com").terms())
        .containsExactly("1 replica x 1 user x 1 database x 40");
    assertThat(Read.balance(manifests, "pgbouncer").reason())
        .isEqualTo("30 of 100 accepted (PgBouncer's default) may be opened now");
    assertThat(Read.remarks(manifests))
        .containsExactly(
            "fleet.yaml:6: nothing among the files mounts ConfigMap pgbouncer-config; taken for the"
                + " configuration of pgbouncer, a pooler that is not among the files");
  }

  @Test
  void aDeployedPoolerTakesTheConfigMapThatNothingMounts() {
    Manifests manifests =
        Read.file(
            KEPT
                + """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: bouncer}
                spec:
                  replicas: 2
                  strategy: {type: Recreate}
                  template: {spec: {containers: [{name: bouncer, image: edoburu/pgbouncer}]}}
                """);

    assertThat(Read.balance(manifests, "pg.example.com").terms())
        .containsExactly("2 replicas x 1 user x 1 database x 40");
    assertThat(Read.remarks(manifests))
        .containsExactly(
            "fleet.yaml:6: nothing among the files mounts ConfigMap pgbouncer-config; taken for the"
                + " configuration of bouncer");
  }

  @Test
  void oneThatNamesNoServerIsTold() {
    Manifests manifests = Read.file("services: {pgbouncer: {image: edoburu/pgbouncer}}");

    assertThat(Read.remarks(manifests))
        .containsExactly(
            "fleet.yaml:1: pgbouncer is a pooler, and nothing says to which server it connects;"
                + " give its pgbouncer.ini as well");
  }
}
