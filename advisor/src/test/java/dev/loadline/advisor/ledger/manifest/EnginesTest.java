package dev.loadline.advisor.ledger.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnginesTest {

  @ParameterizedTest
  @CsvSource({
    "postgres, postgres",
    "postgres:16-alpine, postgres",
    "docker.io/bitnami/postgresql:16@sha256:00, postgres",
    "registry.example.com:5000/team/pg17-timescaledb:2, postgres",
    "ghcr.io/immich-app/postgres:14-vectorchord0.4, postgres",
    "mysql/mysql-server:8.0, mysql",
    "mongo, mongodb",
    "bitnami/pgbouncer:1.22, pgbouncer",
    "postgrest/postgrest, ",
    "prometheuscommunity/postgres-exporter, ",
    "mongo-express, ",
    "shop/orders:7, ",
    "'', ",
  })
  void imagesOfServersAreKnownByName(String image, @Nullable String engine) {
    assertThat(Engines.of(image).orElse(null)).isEqualTo(engine);
  }
}
