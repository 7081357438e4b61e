package dev.loadline.advisor.ledger;

import static dev.loadline.advisor.ledger.Fleets.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every pod, every process, every connection is opened one by one and counted. */
class LedgerEqualsBruteForceTest {
  private static final int FLEETS = 2_000;

  @Test
  void forEveryServerAndStateOfRandomFleets() {
    Random random = new Random(20_261_121);
    for (int i = 0; i < FLEETS; i++) {
      Inventory inventory = inventory(random);
      for (Balance balance : Ledger.of(inventory).balances()) {
        long most = 0;
        for (State state : State.values()) {
          long counted = count(inventory, balance.server(), state);
          assertThat(balance.total(state).value()).as("%s %s", inventory, state).isEqualTo(counted);
          most = Math.max(most, counted);
        }
        assertThat(balance.ceiling().value()).isEqualTo(most);
        long accepts = Objects.requireNonNull(balance.accepts());
        assertThat(balance.verdict())
            .isEqualTo(
                most > accepts - balance.reserved()
                    ? Verdict.EXCEEDED
                    : balance.terms().isEmpty() ? Verdict.UNKNOWN : Verdict.FITS);
      }
    }
  }

  @Test
  void everyPoolThatIsOfferedFitsAndOneMoreDoesNot() {
    Random random = new Random(7);
    int offered = 0;
    for (int i = 0; i < FLEETS; i++) {
      Inventory inventory = inventory(random);
      for (Balance balance : Ledger.of(inventory).balances()) {
        for (Alternative alternative : balance.alternatives()) {
          if (alternative.setting().equals("pool")) {
            offered++;
            int size = (int) alternative.to();
            assertThat(verdict(resized(inventory, alternative.subject(), size), balance.server()))
                .isEqualTo(Verdict.FITS);
            assertThat(
                    verdict(resized(inventory, alternative.subject(), size + 1), balance.server()))
                .isEqualTo(Verdict.EXCEEDED);
          }
        }
      }
    }
    assertThat(offered).isGreaterThan(100);
  }

  private static long count(Inventory inventory, String target, State state) {
    long open = 0;
    for (Server server : inventory.servers()) {
      if (server.name().equals(target)) {
        for (Standing standing : server.standing()) {
          open += standing.connections();
        }
      }
    }
    for (Client client : inventory.clients()) {
      if (client.target().equals(target)) {
        for (int pod = 0; pod < pods(client.fleet(), state); pod++) {
          for (int process = 0; process < value(client.processes()); process++) {
            for (int kept = 0; kept < value(client.size()); kept++) {
              open++;
            }
            for (int extra = 0; extra < value(client.overflow()); extra++) {
              open++;
            }
          }
        }
      }
    }
    for (Pooler pooler : inventory.poolers()) {
      for (Upstream upstream : pooler.upstreams()) {
        if (upstream.server().equals(target)) {
          for (int pod = 0; pod < pods(pooler.fleet(), state); pod++) {
            open += pooled(upstream);
          }
        }
      }
    }
    return open;
  }

  private static long pooled(Upstream upstream) {
    long open = 0;
    Figure limit = upstream.maxPerDatabase();
    for (int database = 0; database < value(upstream.databases()); database++) {
      long inDatabase = 0;
      for (int user = 0; user < value(upstream.users()); user++) {
        for (int at = 0; at < value(upstream.poolSize()) + value(upstream.reserve()); at++) {
          if (limit == null || inDatabase < value(limit)) {
            inDatabase++;
          }
        }
      }
      open += inDatabase;
    }
    return open;
  }

  private static int pods(Fleet fleet, State state) {
    boolean maximum = state == State.AT_MAXIMUM || state == State.ROLLOUT_AT_MAXIMUM;
    int wanted =
        maximum ? Math.max(value(fleet.now()), value(fleet.maximum())) : value(fleet.now());
    if (state == State.NOW || state == State.AT_MAXIMUM || wanted == 0) {
      return wanted;
    }
    int surge = share(fleet.rollout().surge(), wanted);
    int terminating = Math.min(wanted, share(fleet.rollout().terminating(), wanted));
    return wanted + surge + terminating;
  }

  private static int share(Share share, int all) {
    return share.percent() ? (int) Math.ceil(all * share.amount() / 100.0) : share.amount();
  }

  private static int value(Figure figure) {
    return Objects.requireNonNull(figure.value());
  }

  private static Verdict verdict(Inventory inventory, String server) {
    return Ledger.of(inventory).balances().stream()
        .filter(balance -> balance.server().equals(server))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private static Inventory resized(Inventory inventory, String name, int size) {
    return new Inventory(
        inventory.servers(),
        inventory.poolers(),
        inventory.clients().stream()
            .map(client -> client.name().equals(name) ? resized(client, size) : client)
            .toList());
  }

  private static Client resized(Client client, int size) {
    return new Client(
        client.name(),
        client.target(),
        client.fleet(),
        client.processes(),
        figure(size),
        figure(0),
        client.where());
  }

  private static Inventory inventory(Random random) {
    List<Server> servers = new ArrayList<>();
    List<Pooler> poolers = new ArrayList<>();
    List<Client> clients = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      servers.add(server(random, "server" + i));
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      poolers.add(pooler(random, "pooler" + i, "server" + random.nextInt(count)));
    }
    for (int i = 0; i < random.nextInt(6); i++) {
      boolean pooled = !poolers.isEmpty() && random.nextBoolean();
      String target =
          pooled ? "pooler" + random.nextInt(poolers.size()) : "server" + random.nextInt(count);
      clients.add(client(random, "client" + i, target));
    }
    return new Inventory(servers, poolers, clients);
  }

  private static Server server(Random random, String name) {
    Standing listener = new Standing("listener", random.nextInt(5));
    return new Server(
        name,
        "postgres",
        figure(50 + random.nextInt(500)),
        figure(random.nextInt(6)),
        random.nextBoolean() ? List.of(listener) : List.of(),
        "random");
  }

  private static Pooler pooler(Random random, String name, String server) {
    Upstream upstream =
        new Upstream(
            server,
            figure(1 + random.nextInt(3)),
            figure(1 + random.nextInt(3)),
            figure(random.nextInt(30)),
            figure(random.nextInt(6)),
            random.nextBoolean() ? figure(1 + random.nextInt(60)) : null);
    return new Pooler(
        name, fleet(random), List.of(upstream), figure(random.nextInt(400)), "session", "random");
  }

  private static Client client(Random random, String name, String target) {
    return new Client(
        name,
        target,
        fleet(random),
        figure(1 + random.nextInt(8)),
        figure(random.nextInt(30)),
        figure(random.nextInt(20)),
        "random");
  }

  private static Fleet fleet(Random random) {
    Rollout rollout =
        new Rollout(
            new Share(random.nextInt(101), random.nextBoolean()),
            Share.NONE,
            new Share(random.nextInt(101), random.nextBoolean()));
    return new Fleet(figure(random.nextInt(8)), figure(random.nextInt(15)), rollout);
  }
}
