package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PoolAboveServerRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources: {pool: {server: db, size: 20 connections, overflow: 40 connections}, workers: {processes: 1}}
      servers: {db: {engine: postgresql, max_connections: 200, reserved: 3}}
      options:
        vertical: {says: Eight workers, changes: {resources.workers.processes: 8, resources.pool.size: 50, resources.pool.overflow: 100}}
      ladder:
        replicas: {says: Four replicas, changes: {service.instances: 4}}
      """;

  @Test
  void optionsAndRungsAreSummedToo() {
    assertThat(Linted.by(new PoolAboveServerRule(), MODEL))
        .containsExactly(
            "error options.vertical: more connections than db accepts: 1200 of 200 with option vertical (1 replica x 8 workers x 150 (50 + 100)); 240 of 200 on rung replicas (4 replicas x 1 worker x 60 (20 + 40))");
  }

  @Test
  void aServerThatAcceptsThemIsNoFinding() {
    assertThat(Linted.by(new PoolAboveServerRule(), MODEL.replace("200,", "1300,"))).isEmpty();
  }

  @Test
  void soIsTheAutoscalersMaximum() {
    assertThat(
            Linted.by(
                new PoolAboveServerRule(),
                MODEL.substring(0, MODEL.indexOf("options:")) + "service: {max_instances: 5}"))
        .containsExactly(
            "error servers.db: more connections than db accepts: 300 of 200 now at the autoscaler's maximum (5 replicas x 1 worker x 60 (20 + 40))");
  }

  @Test
  void aPoolersDefaultIsToldAndTheFindingIsAtTheOption() {
    String model =
        """
        model: orders
        document: A service and its pool
        resources: {pool: {server: db, size: 300 connections}}
        servers: {db: {engine: postgresql, max_connections: 500}}
        options:
          bouncer:
            says: PgBouncer
            changes: {resources.pool.server: pooler, poolers.pooler.server: db}
        """;
    assertThat(Linted.by(new PoolAboveServerRule(), model))
        .containsExactly(
            "error options.bouncer: more connections than pooler accepts: 300 of 100 (PgBouncer's default) with option bouncer (1 replica x 1 worker x 300)");
  }
}
