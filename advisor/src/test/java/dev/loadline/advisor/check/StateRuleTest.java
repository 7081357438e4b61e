package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      resources:
        sessions: {kind: state, holds: [sessions], memory: process}
        sockets: {per_instance: 5000 sockets}
        workers: {processes: 1}
      options:
        workers4: {says: Four workers, changes: {resources.workers.processes: 4}}
      ladder:
        five: {says: Five servers, changes: {service.instances: 5}}
      """;

  @Test
  void usersAreKnownToOneProcessOnly() {
    assertThat(Linted.by(new StateRule(), MODEL))
        .containsExactly(
            "error resources.sessions: sessions of each process are unknown to the others: 4 processes with option workers4; 5 instances on rung five; keep them in one place for all",
            "error resources.sockets: sockets of each instance without a shared adapter are unknown to the others: 5 instances on rung five; keep them in one place for all");
  }

  @Test
  void whatIsSharedIsNoFinding() {
    assertThat(
            Linted.by(
                new StateRule(),
                MODEL
                    .replace("memory: process", "memory: shared")
                    .replace("5000 sockets", "5000 sockets, adapter: true")))
        .isEmpty();
  }
}
