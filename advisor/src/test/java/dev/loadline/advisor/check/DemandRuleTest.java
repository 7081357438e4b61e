package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemandRuleTest {
  private static final String MODEL =
      """
      model: orders
      document: A service and its pool

      service: {network: 100 Mbit/s}
      resources: {pool: {server: db, size: 10 connections, hold: 100-200 ms}}
      servers: {db: {engine: mongodb}}
      users:
        profiles: {average: {rate: 3 queries/minute}}
        per_user: {network: 30 kB/s}
      claims:
        - {id: "1", kind: claim, quantity: users.conservative, stated: 1000-2000 users, formula: "ceiling(db) / users.profiles.average.rate", says: as it is}
        - {id: "2", kind: claim, quantity: users.optimistic, stated: 5000-10000 users, formula: "ceiling(db) / users.profiles.average.rate", says: on good hardware}
      """;

  @Test
  void whatUsersNeedIsNotThere() {
    assertThat(Linted.by(new DemandRule(), MODEL))
        .containsExactly(
            "error 1: network/instances carries 416.7 users now (100 Mbit/s / 30 kB/s per user), stated are 1000-2000 users (1) and 5000-10000 users (2)",
            "error 2: pool/db carries 50-100 requests/s now (10 connections / 100-200 ms held per request), stated are 5000-10000 users (2), who make 250-500 requests/s");
  }

  @Test
  void usersWhoAreCarriedAreNoFinding() {
    assertThat(
            Linted.by(
                new DemandRule(),
                MODEL.replace("100 Mbit/s", "1 Gbit/s").replace("5000-10000", "2000-2500")))
        .isEmpty();
  }
}
