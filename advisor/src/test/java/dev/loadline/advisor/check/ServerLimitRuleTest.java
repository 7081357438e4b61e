package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerLimitRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources: {pool: {server: db, size: 20 connections, overflow: 30 connections}}
      servers: {db: {engine: postgresql}}
      options:
        fleet: {says: Ten instances, changes: {service.instances: 10}}
      """;

  @Test
  void whatTheServerAcceptsIsNotSaid() {
    assertThat(Linted.by(new ServerLimitRule(), MODEL))
        .containsExactly(
            "note servers.db: how many connections db accepts is not stated; may be opened: 50 now, 500 with option fleet");
  }

  @Test
  void aStatedLimitIsNoFinding() {
    assertThat(
            Linted.by(
                new ServerLimitRule(),
                MODEL.replace("postgresql", "postgresql, max_connections: 600")))
        .isEmpty();
  }
}
