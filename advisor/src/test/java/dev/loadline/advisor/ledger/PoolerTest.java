package dev.loadline.advisor.ledger;

import static dev.loadline.advisor.ledger.Fleets.client;
import static dev.loadline.advisor.ledger.Fleets.figure;
import static dev.loadline.advisor.ledger.Fleets.replicas;
import static dev.loadline.advisor.ledger.Fleets.server;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolerTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 20, 0, , 1, 20, 1 replica x 1 user x 1 database x 20",
    "2, 3, 20, 5, , 1, 150, 1 replica x 2 users x 3 databases x 25 (20 + 5)",
    "2, 3, 20, 5, 30, 1, 90, 1 replica x 3 databases x 30 at most",
    "2, 3, 20, 5, 50, 2, 300, 2 replicas x 2 users x 3 databases x 25 (20 + 5)",
    "2, 3, 20, 5, 49, 2, 294, 2 replicas x 3 databases x 49 at most",
  })
  void opensAPoolForEveryUserAndDatabaseUpToTheLimitOfTheDatabase(
      int users,
      int databases,
      int size,
      int reserve,
      @Nullable Integer limit,
      int instances,
      long ceiling,
      String term) {
    Upstream upstream =
        new Upstream(
            "postgres",
            figure(users),
            figure(databases),
            figure(size),
            figure(reserve),
            limit == null ? null : figure(limit));
    Balance balance = ledger(upstream, instances, 1_000).balances().get(0);

    assertThat(balance.ceiling().value()).isEqualTo(ceiling);
    assertThat(balance.terms()).containsExactly(term);
  }

  @Test
  void standsBetweenSoThatClientsCountAgainstItAlone() {
    Upstream upstream = new Upstream("postgres", figure(1), figure(1), figure(50), figure(5), null);
    Ledger ledger = ledger(upstream, 2, 150, client("api", replicas(4), 4, 20, 0), direct("cron"));

    assertThat(ledger.balances())
        .extracting(Balance::server, Balance::pooler, b -> b.ceiling().value(), Balance::verdict)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("postgres", false, 115L, Verdict.FITS),
            org.assertj.core.groups.Tuple.tuple("pgbouncer", true, 320L, Verdict.EXCEEDED));
    assertThat(ledger.balances().get(1).reason())
        .isEqualTo("320 may be opened now, 20 more than the 300 accepted");
  }

  @Test
  void offersSmallerPoolsOfThePooler() {
    Upstream upstream = new Upstream("postgres", figure(2), figure(2), figure(60), figure(5), null);

    assertThat(ledger(upstream, 1, 100).balances().get(0).alternatives())
        .extracting(Alternative::sentence)
        .containsExactly(
            "pgbouncer: default_pool_size of at most 44",
            "pgbouncer: max_db_connections of at most 98",
            "postgres: accept at least 263 instead of 200");
  }

  @Test
  void isBoundedByTheDatabasesLimitWhereTheUsersAreUnknown() {
    Figure unknown = Figure.unknown("the users of pgbouncer are not written");
    Upstream open = new Upstream("postgres", unknown, figure(2), figure(20), figure(0), null);
    Upstream bounded =
        new Upstream("postgres", unknown, figure(2), figure(20), figure(0), figure(30));

    assertThat(ledger(open, 1, 100).balances().get(0).ceiling()).hasToString("at least 40");
    assertThat(ledger(bounded, 1, 100).balances().get(0).ceiling().value()).isEqualTo(60);
  }

  private static Ledger ledger(Upstream upstream, int instances, int clients, Client... all) {
    Pooler pooler =
        new Pooler(
            "pgbouncer",
            replicas(instances),
            List.of(upstream),
            figure(clients),
            "transaction",
            "pgbouncer.ini:1");
    return Ledger.of(
        new Inventory(
            List.of(server(200, 3)),
            List.of(pooler),
            List.of(all).stream().map(PoolerTest::pooled).toList()));
  }

  private static Client pooled(Client client) {
    return client.name().equals("cron")
        ? client
        : new Client(
            client.name(),
            "pgbouncer",
            client.fleet(),
            client.processes(),
            client.size(),
            client.overflow(),
            client.where());
  }

  private static Client direct(String name) {
    return client(name, replicas(1), 1, 5, 0);
  }
}
