package dev.loadline.advisor.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.collector.yaml.ProblemsException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatIfTest {
  private static final ModelFile SHOP =
      ModelFile.parse(
          "shop.yaml",
          """
          model: shop
          document: A shop
          resources:
            pool: {server: shop-pg, size: 10, overflow: 5, hold: 100 (50-200) ms}
            workers: {processes: 1, concurrency: 40, response: 200 ms}
            cache: {hit_rate: 0 %}
            sessions: {kind: state, holds: [sessions]}
            ratelimit: {kind: rate-limit, classes: {all: {limit: 400/s, key: all}}}
            sockets: {per_instance: 5000}
          servers:
            shop-pg: {engine: postgresql, max_connections: 100, reserved: 3, cores: 4, cpu: 10 ms}
          users:
            profiles: {usual: {rate: 3 (2-5)/min}}
          """);

  private static WhatIf ask(String path, String value) {
    return WhatIf.of(SHOP, Map.of(path, value));
  }

  @Test
  void asItIs() {
    Prospect now = Prospect.of(SHOP);
    assertThat(now.capacity().orThrow()).isEqualTo(150, within(1e-9));
    assertThat(now.capacity().lowest()).isEqualTo(75, within(1e-9));
    assertThat(now.capacity().highest()).isEqualTo(200, within(1e-9));
    assertThat(now.capacity().explanation())
        .isEqualTo("pool/shop-pg: 15 connections / 100 ms held per request");
    assertThat(now.bottleneck()).isEqualTo("pool/shop-pg");
    assertThat(now.next()).isEqualTo("workers/workers");
    assertThat(Objects.requireNonNull(now.users().get("usual")).orThrow())
        .isEqualTo(3000, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "resources.pool.size, 45 connections, 200, workers/workers",
    "resources.cache.hit_rate, 60 %, 200, workers/workers",
    "resources.workers.processes, 4, 250, sockets/sockets",
    "service.instances, 4, 250, sockets/sockets",
    "servers.shop-pg.cores, 1, 100, server-cpu/shop-pg",
    "resources.pool.hold, 200 ms, 75, pool/shop-pg"
  })
  void aChangeMovesTheBottleneck(String path, String value, double capacity, String bottleneck) {
    Prospect after = ask(path, value).after();
    assertThat(after.capacity().orThrow()).isEqualTo(capacity, within(1e-6));
    assertThat(after.bottleneck()).isEqualTo(bottleneck);
  }

  @Test
  void theFactorIsNotBlurredByWhatBothShare() {
    WhatIf whatIf = ask("resources.pool.size", "25 connections");
    assertThat(whatIf.changes())
        .containsExactly(new Change("resources.pool.size", "10", "25 connections"));
    assertThat(whatIf.factor().lowest()).isEqualTo(1, within(1e-9));
    assertThat(whatIf.factor().highest()).isEqualTo(2, within(1e-9));
    assertThat(whatIf.factor().orThrow()).isEqualTo(4 / 3.0, within(1e-9));
  }

  @Test
  void aLimiterThatAllShareIsOneLimiter() {
    Map<String, String> four =
        Map.of(
            "service.instances", "4",
            "resources.ratelimit.memory", "process",
            "resources.ratelimit.classes.client.limit", "60/min");
    assertThat(WhatIf.of(SHOP, four).after().limits()).extracting(Ceiling::at).containsExactly(4.0);
    ModelFile instances = SHOP.with(four);
    WhatIf shared = WhatIf.of(instances, Map.of("resources.ratelimit.memory", "shared"));
    assertThat(shared.before().limits()).extracting(Ceiling::at).containsExactly(4.0);
    assertThat(shared.after().limits()).extracting(Ceiling::at).containsExactly(1.0);
    assertThat(shared.changes())
        .containsExactly(new Change("resources.ratelimit.memory", "process", "shared"));
  }

  @Test
  void noChangeChangesNothing() {
    WhatIf whatIf = WhatIf.of(SHOP, Map.of());
    assertThat(whatIf.after()).isEqualTo(whatIf.before());
    assertThat(whatIf.factor().orThrow()).isEqualTo(1);
    assertThat(whatIf.refused()).isNull();
  }

  @Test
  void whatTheServerDoesNotAcceptIsRefusedWithWhatItDoes() {
    WhatIf whatIf = ask("service.instances", "8");
    assertThat(whatIf.refused())
        .isEqualTo(
            "shop-pg: 120 may be opened now, 23 more than the 97 (100 accepted - 3 reserved)"
                + " (8 replicas x 1 worker x 15 (10 + 5))");
    assertThat(whatIf.offers()).contains("shop: at most 12 connections in each pool instead of 15");
  }

  @Test
  void aPoolerMakesRoom() {
    WhatIf whatIf =
        WhatIf.of(
            SHOP,
            Map.of(
                "service.instances", "8",
                "poolers.pgbouncer.server", "shop-pg",
                "poolers.pgbouncer.default_pool_size", "40",
                "poolers.pgbouncer.max_client_conn", "200",
                "resources.pool.server", "pgbouncer"));
    assertThat(whatIf.refused()).isNull();
    assertThat(whatIf.after().order().stream().map(one -> one.resource() + " " + one.at()))
        .contains("pool/pgbouncer 400.0");
  }

  @Test
  void statedUsersGrowAsTheCapacityDoesAndAreUnknownWhereThatIs() {
    ModelFile stated = SHOP.with(Map.of("users.stated", "500-1000 users"));
    assertThat(users(WhatIf.of(stated, Map.of("resources.pool.size", "25"))).orThrow())
        .isEqualTo(Math.sqrt(500_000) * 4 / 3, within(1e-6));
    ModelFile silent =
        ModelFile.parse(
            "silent.yaml",
            """
            model: silent
            document: A service of which little is said
            resources: {pool: {size: 10}}
            users: {stated: 100}
            """);
    assertThat(users(WhatIf.of(silent, Map.of("service.instances", "4"))).known()).isFalse();
  }

  private static Estimate users(WhatIf whatIf) {
    return Objects.requireNonNull(whatIf.after().users().get("stated"));
  }

  @Test
  void whatIsLeftOutIsSaid() {
    assertThat(ask("service.instances", "2").notModelled())
        .containsExactly(
            "work that is not spread evenly over the instances",
            "sessions kept in a process's memory: with more than one process users lose them");
  }

  @Test
  void aPathThatIsNotThereIsRefusedWithTheNearest() {
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> ask("resources.pool.siz", "20"))
        .withMessageContaining("unknown key 'siz' under resources.pool; did you mean 'size'?");
  }

  @Test
  void aValueOfAnotherUnitIsRefused() {
    assertThatExceptionOfType(ProblemsException.class)
        .isThrownBy(() -> ask("resources.pool.hold", "100 MB"))
        .withMessageContaining("that is an amount of data; it takes a time such as 100 ms");
  }
}
