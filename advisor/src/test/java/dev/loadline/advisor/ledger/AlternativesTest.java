package dev.loadline.advisor.ledger;

import static dev.loadline.advisor.ledger.Fleets.balance;
import static dev.loadline.advisor.ledger.Fleets.client;
import static dev.loadline.advisor.ledger.Fleets.replicas;
import static dev.loadline.advisor.ledger.Fleets.scaled;
import static dev.loadline.advisor.ledger.Fleets.server;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlternativesTest {

  @Test
  void offersSmallerPoolsFewerReplicasAPoolerAndMoreRoom() {
    Balance balance = balance(server(200, 3), client("api", replicas(4), 1, 60, 0));

    assertThat(balance.alternatives())
        .extracting(Alternative::sentence)
        .containsExactly(
            "api: at most 49 connections in each pool instead of 60",
            "api: at most 3 replicas instead of 4",
            "PgBouncer before postgres: one instance with default_pool_size 197 for one user and"
                + " one database, max_client_conn 240",
            "postgres: accept at least 243 instead of 200");
  }

  @Test
  void leavesRoomForTheOthers() {
    Balance balance =
        balance(
            server(100, 3, new Standing("migration", 1), new Standing("cron", 1)),
            client("orders", replicas(4), 1, 20, 0),
            client("billing", replicas(2), 1, 10, 0));

    assertThat(balance.alternatives())
        .extracting(Alternative::subject, Alternative::setting, Alternative::to)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("orders", "pool", 18L),
            org.assertj.core.groups.Tuple.tuple("billing", "pool", 7L),
            org.assertj.core.groups.Tuple.tuple("orders", "instances", 3L),
            org.assertj.core.groups.Tuple.tuple("billing", "instances", 1L),
            org.assertj.core.groups.Tuple.tuple("postgres", "pooler", 95L),
            org.assertj.core.groups.Tuple.tuple("postgres", "accepts", 105L));
  }

  @Test
  void scalesAllPoolsWhereNoneCanMakeRoomAlone() {
    Balance balance =
        balance(
            server(103, 3),
            client("orders", replicas(10), 1, 20, 0),
            client("billing", replicas(20), 1, 10, 0));

    assertThat(balance.alternatives().get(0).sentence())
        .isEqualTo("all pools smaller: orders 5, billing 2");
  }

  @Test
  void countsReplicasSoThatTheirUpdateFitsToo() {
    Balance balance =
        balance(server(103, 3), client("api", scaled(4, 20, Rollout.KUBERNETES), 1, 10, 0));

    assertThat(balance.alternatives())
        .extracting(Alternative::sentence)
        .contains("api: at most 8 replicas instead of 20");
  }

  @Test
  void offersNoPgBouncerForADatabaseThatHasNone() {
    Server mongo =
        new Server(
            "postgres",
            "mongodb",
            Fleets.figure(100),
            Fleets.figure(0),
            java.util.List.of(),
            "test.yaml:1");

    assertThat(balance(mongo, client("api", replicas(4), 1, 60, 0)).alternatives())
        .extracting(Alternative::setting)
        .containsExactly("pool", "instances", "accepts");
  }
}
