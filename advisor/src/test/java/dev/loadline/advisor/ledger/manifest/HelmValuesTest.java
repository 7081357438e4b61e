package dev.loadline.advisor.ledger.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HelmValuesTest {

  @Test
  void sectionsAreDeployedWithTheirScalingAndStrategy() {
    Manifests manifests =
        Read.file(
            """
            replicaCount: 2
            image: {repository: registry.example.com/shop/web, tag: "1"}
            autoscaling: {enabled: true, minReplicas: 2, maxReplicas: 10}
            strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%, maxUnavailable: 0}}
            terminationGracePeriodSeconds: 60
            env:
              - {name: DATABASE_URL, value: "postgres://app:x@release-postgresql/shop"}
              - {name: DB_POOL_SIZE, value: "20"}
            worker:
              enabled: true
              replicaCount: 1
              autoscaling: {enabled: false, maxReplicas: 100}
              strategy: {type: Recreate}
              env:
                DB_HOST: release-postgresql
                DB_POOL_SIZE: 23
            old: {enabled: false, replicaCount: 9, env: {DB_HOST: release-postgresql}}
            postgresql:
              enabled: true
              primary:
                extendedConfiguration: |
                  shared_buffers = 1GB
                  max_connections = 600
            """);

    assertThat(Read.totals(Read.balance(manifests, "postgresql")))
        .containsExactly("63", "123", "223", "483");
    assertThat(Read.balance(manifests, "postgresql").accepts()).isEqualTo(600);
    assertThat(manifests.inventory().servers().get(0).accepts().origin())
        .isEqualTo("fleet.yaml:23");
    assertThat(Read.balance(manifests, "postgresql").terms())
        .containsExactly(
            "web: 23 replicas (10 + 3 surge + 10 terminating) x 1 worker x 20",
            "worker: 1 replica x 1 worker x 23");
    assertThat(manifests.remarks()).isEmpty();
  }

  @Test
  void whatTheChartDecidesIsUnknown() {
    Manifests manifests =
        Read.file(
            """
            web:
              image: shop/web
              extraEnvVars:
                - {name: DB_HOST, value: pg.example.com}
                - {name: DB_POOL_SIZE, value: "5"}
            """);

    assertThat(Read.balance(manifests, "pg.example.com").reason())
        .contains("fleet.yaml:2: replicaCount of web is not written");
  }

  @Test
  void whatIsNoManifestIsTold() {
    assertThat(Read.remarks(Read.file("title: notes\n")))
        .containsExactly(
            "fleet.yaml:1: no Kubernetes object, Compose file or chart's values; nothing was read");
  }

  @Test
  void sectionsInSectionsAreNamedByTheirPathAndServicesAreNoComposeFile() {
    Manifests manifests =
        Read.file(
            """
            services: {name: web, internalPort: 80}
            search:
              master: {replicaCount: 3, env: {DB_HOST: pg, DB_POOL_SIZE: 2}}
            """);

    assertThat(manifests.inventory().clients())
        .singleElement()
        .satisfies(client -> assertThat(client.name()).isEqualTo("search.master"));
  }
}
