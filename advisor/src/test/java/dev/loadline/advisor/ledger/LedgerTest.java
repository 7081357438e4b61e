package dev.loadline.advisor.ledger;

import static dev.loadline.advisor.ledger.Fleets.balance;
import static dev.loadline.advisor.ledger.Fleets.client;
import static dev.loadline.advisor.ledger.Fleets.figure;
import static dev.loadline.advisor.ledger.Fleets.replicas;
import static dev.loadline.advisor.ledger.Fleets.scaled;
import static dev.loadline.advisor.ledger.Fleets.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {

  @ParameterizedTest
  @CsvSource({
    "4, 1, 20, 40, 200, 240, exceeded, 4 replicas x 1 worker x 60 (20 + 40)",
    "4, 1, 60, 0, 200, 240, exceeded, 4 replicas x 1 worker x 60",
    "1, 8, 50, 100, 200, 1200, exceeded, 1 replica x 8 workers x 150 (50 + 100)",
    "10, 1, 50, 0, 600, 500, fits, 10 replicas x 1 worker x 50",
    "4, 4, 200, 0, 200, 3200, exceeded, 4 replicas x 4 workers x 200",
    "1, 1, 5, 10, 18, 15, fits, 1 replica x 1 worker x 15 (5 + 10)",
    "1, 1, 5, 10, 17, 15, exceeded, 1 replica x 1 worker x 15 (5 + 10)",
    "0, 1, 5, 10, 100, 0, fits, 0 replicas x 1 worker x 15 (5 + 10)",
  })
  void sumsInstancesTimesProcessesTimesPool(
      int instances,
      int processes,
      int size,
      int overflow,
      int accepts,
      long ceiling,
      String verdict,
      String term) {
    Balance balance =
        balance(server(accepts, 3), client("api", replicas(instances), processes, size, overflow));

    assertThat(balance.ceiling().value()).isEqualTo(ceiling);
    assertThat(balance.verdict().label()).isEqualTo(verdict);
    assertThat(balance.terms()).containsExactly(term);
  }

  @Test
  void servicesThatShareAServerAddUp() {
    Balance balance =
        balance(
            server(100, 3, new Standing("migration", 1), new Standing("cron", 1)),
            client("orders", replicas(4), 1, 15, 0),
            client("billing", replicas(2), 2, 10, 0));

    assertThat(balance.ceiling().value()).isEqualTo(102);
    assertThat(balance.terms())
        .containsExactly(
            "orders: 4 replicas x 1 worker x 15",
            "billing: 2 replicas x 2 workers x 10",
            "2 standing: migration, cron");
    assertThat(balance.reason())
        .isEqualTo("102 may be opened now, 5 more than the 97 (100 accepted - 3 reserved)");
  }

  @Test
  void standingConnectionsAreCountedByName() {
    Balance balance =
        balance(server(100, 3, new Standing("listener", 4), new Standing("backup", 1)));

    assertThat(balance.terms()).containsExactly("5 standing: listener 4, backup");
    assertThat(balance.reason()).isEqualTo("5 of 97 (100 accepted - 3 reserved) may be opened now");
  }

  @ParameterizedTest
  @CsvSource({
    "25%, 0, 10, 130, 10 + 3 surge",
    "1, 0, 10, 110, 10 + 1 surge",
    "100%, 0, 4, 80, 4 + 4 surge",
    "25%, 0, 1, 20, 1 + 1 surge",
    "25%, 100%, 10, 230, 10 + 3 surge + 10 terminating",
    "0, 2, 10, 120, 10 + 2 terminating",
    "0, 20, 10, 200, 10 + 10 terminating",
  })
  void aRollingUpdateAddsSurgeAndTerminatingPods(
      String surge, String terminating, int replicas, long ceiling, String pods) {
    Rollout rollout = new Rollout(Share.parse(surge), Share.NONE, Share.parse(terminating));
    Balance balance =
        balance(server(1_000, 3), client("api", scaled(replicas, replicas, rollout), 1, 10, 0));

    assertThat(balance.total(State.NOW).value()).isEqualTo(10L * replicas);
    assertThat(balance.ceiling().value()).isEqualTo(ceiling);
    assertThat(balance.worst()).isEqualTo(State.ROLLOUT);
    assertThat(balance.terms())
        .containsExactly("%d replicas (%s) x 1 worker x 10".formatted(ceiling / 10, pods));
  }

  @Test
  void aRecreatedDeploymentNeedsNoRoomForItsUpdate() {
    Balance balance =
        balance(server(100, 3), client("api", scaled(4, 4, Rollout.IN_PLACE), 1, 20, 0));

    assertThat(balance.total(State.ROLLOUT).value()).isEqualTo(80);
    assertThat(balance.worst()).isEqualTo(State.NOW);
    assertThat(balance.verdict()).isEqualTo(Verdict.FITS);
  }

  @Test
  void theAutoscalersMaximumDecidesAndTheUpdateOnTopOfIt() {
    Balance balance =
        balance(server(250, 3), client("api", scaled(4, 20, Rollout.KUBERNETES), 1, 10, 0));

    assertThat(balance.total(State.NOW).value()).isEqualTo(40);
    assertThat(balance.total(State.ROLLOUT).value()).isEqualTo(50);
    assertThat(balance.total(State.AT_MAXIMUM).value()).isEqualTo(200);
    assertThat(balance.total(State.ROLLOUT_AT_MAXIMUM).value()).isEqualTo(250);
    assertThat(balance.reason())
        .isEqualTo(
            "250 may be opened during a rolling update at the autoscaler's maximum, 3 more than"
                + " the 247 (250 accepted - 3 reserved)");
  }

  /** Web and worker pods with query, cache and listener connections while one revision goes. */
  @Test
  void aWholeOldRevisionMayStillHoldItsConnections() {
    Rollout overlap = new Rollout(new Share(25, true), Share.NONE, Share.ALL);
    Balance balance =
        balance(
            server(600, 3),
            client("web", scaled(2, 10, overlap), 1, 20, 0),
            client("web-cache", scaled(2, 10, overlap), 1, 2, 1),
            client("worker", scaled(1, 1, overlap), 1, 20, 3));

    assertThat(balance.ceiling().value()).isEqualTo(23 * 23 + 3 * 23);
    assertThat(balance.verdict()).isEqualTo(Verdict.EXCEEDED);
    assertThat(balance.terms())
        .contains("worker: 3 replicas (1 + 1 surge + 1 terminating) x 1 worker x 23 (20 + 3)");
  }

  @Test
  void whatAServerAcceptsIsNeverGuessed() {
    Server server =
        new Server(
            "postgres",
            "postgres",
            Figure.unknown("no file says how many connections postgres accepts"),
            figure(3),
            List.of(),
            "");
    Balance balance = balance(server, client("api", replicas(4), 1, 60, 0));

    assertThat(balance.accepts()).isNull();
    assertThat(balance.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(balance.ceiling().value()).isEqualTo(240);
    assertThat(balance.reason()).isEqualTo("no file says how many connections postgres accepts");
    assertThat(balance.alternatives()).isEmpty();
  }

  @Test
  void anUnknownPoolLeavesTheSumOpen() {
    Client billing =
        new Client(
            "billing",
            "postgres",
            replicas(2),
            figure(1),
            Figure.unknown("no file sets the pool size of billing"),
            figure(0),
            "k8s.yaml:3");
    Balance balance = balance(server(100, 3), client("api", replicas(4), 1, 15, 0), billing);

    assertThat(balance.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(balance.ceiling().value()).isNull();
    assertThat(balance.ceiling()).hasToString("at least 60");
    assertThat(balance.reason()).isEqualTo("no file sets the pool size of billing");
    assertThat(balance.terms()).contains("billing: 2 replicas x 1 worker x ?");
  }

  @Test
  void whatIsKnownMayExceedAlready() {
    Client nodes =
        new Client(
            "agent",
            "postgres",
            Fleet.fixed(Figure.unknown("a DaemonSet has one pod on every node")),
            figure(1),
            figure(2),
            figure(0),
            "k8s.yaml:3");
    Balance balance = balance(server(200, 3), client("api", replicas(4), 1, 60, 0), nodes);

    assertThat(balance.verdict()).isEqualTo(Verdict.EXCEEDED);
    assertThat(balance.reason())
        .isEqualTo(
            "at least 240 may be opened now, 43 more than the 197 (200 accepted - 3 reserved)");
  }

  @Test
  void anUnknownMaximumIsNotTheNumberOfNow() {
    Fleet fleet =
        new Fleet(
            figure(4),
            Figure.unknown("the autoscaler of api has no maxReplicas"),
            Rollout.IN_PLACE);
    Balance balance = balance(server(200, 3), client("api", fleet, 1, 10, 0));

    assertThat(balance.total(State.NOW).value()).isEqualTo(40);
    assertThat(balance.ceiling()).hasToString("at least 40");
    assertThat(balance.verdict()).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void aServerThatNobodyDescribesIsUnknown() {
    Ledger ledger =
        Ledger.of(
            new Inventory(List.of(), List.of(), List.of(client("api", replicas(1), 1, 5, 0))));

    assertThat(ledger.balances()).hasSize(1);
    assertThat(ledger.balances().get(0).reason())
        .isEqualTo("no file says how many connections postgres accepts");
    assertThat(ledger.exceeded()).isFalse();
  }

  @Test
  void assumedDefaultsAreNamed() {
    Client client =
        new Client(
            "api",
            "postgres",
            replicas(2),
            figure(1),
            Figure.assumed(10, "api: HikariCP opens 10 where nothing is set"),
            figure(0),
            "k8s.yaml:3");

    assertThat(balance(server(100, 3), client).assumptions())
        .containsExactly("api: HikariCP opens 10 where nothing is set");
  }

  @Test
  void oneNameForTwoServersIsRefused() {
    Inventory twins = new Inventory(List.of(server(100, 3), server(200, 3)), List.of(), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Ledger.of(twins))
        .withMessage(
            "test.yaml:1: a second server or pooler named 'postgres'; give each a name of its own");
  }

  @Test
  void aServerWithoutClientsIsNoProofThatTheyFit() {
    Balance balance = balance(server(100, 3));

    assertThat(balance.verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(balance.reason()).isEqualTo("nobody was found who connects to postgres");
  }
}
