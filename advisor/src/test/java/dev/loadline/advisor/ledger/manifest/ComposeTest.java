package dev.loadline.advisor.ledger.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComposeTest {

  @Test
  void replicasTimesWorkersTimesPoolsAgainstTheServer() {
    Manifests manifests =
        Read.file(
            """
            x-database: &database
              DATABASE_URL: postgresql+asyncpg://app:x@postgres:5432/app
              DB_POOL_SIZE: ${DB_POOL_SIZE:-20}
              DB_MAX_OVERFLOW: 40
            services:
              postgres:
                image: postgres:15-alpine
                environment:
                  - POSTGRES_MAX_CONNECTIONS=200
              backend:
                build: .
                command: uvicorn app.main:app --host 0.0.0.0 --workers 1
                environment:
                  <<: *database
                deploy:
                  replicas: 4
                  update_config: {order: start-first, parallelism: 2}
              redis: {image: "redis:7"}
            """);

    assertThat(Read.totals(Read.balance(manifests, "postgres")))
        .containsExactly("240", "360", "240", "360");
    assertThat(Read.balance(manifests, "postgres").terms())
        .containsExactly("6 replicas (4 + 2 surge) x 1 worker x 60 (20 + 40)");
    assertThat(Read.remarks(manifests))
        .containsExactly(
            "fleet.yaml:18: redis: nothing in its environment names a database; not counted");
  }

  @Test
  void aVariableWithoutADefaultIsUnknown() {
    Manifests manifests =
        Read.file(
            """
            services:
              db: {image: mysql, command: --max-connections=80}
              web:
                scale: 3
                env_file: .env
                environment:
                  - DB_HOST=db
                  - DB_POOL_SIZE=${POOL}
                  - DB_PASSWORD
            """);

    assertThat(Read.balance(manifests, "db").reason())
        .isEqualTo("fleet.yaml:8: DB_POOL_SIZE is not known: the variable ${POOL}");
    assertThat(Read.balance(manifests, "db").reserved()).isZero();
    assertThat(Read.balance(manifests, "db").terms()).containsExactly("3 replicas x 1 worker x ?");
    assertThat(Read.remarks(manifests))
        .containsExactly(
            "fleet.yaml:5: env_file of web is not read; give what docker compose config prints",
            "fleet.yaml:8: DB_POOL_SIZE is not known: the variable ${POOL}");
  }

  @Test
  void whoWaitsForADatabaseUsesIt() {
    Manifests manifests =
        Read.file(
            """
            services:
              db: {image: "postgres:16", command: postgres -c max_connections=80}
              api: {build: ., depends_on: [db, cache]}
              worker: {build: ., depends_on: {db: {condition: service_healthy}}}
              cache: {image: "redis:7"}
            """);

    assertThat(Read.balance(manifests, "db").reason())
        .isEqualTo(
            "fleet.yaml:3: no pool size for api is written; set DB_POOL_SIZE;"
                + " fleet.yaml:4: no pool size for worker is written; set DB_POOL_SIZE");
  }
}
