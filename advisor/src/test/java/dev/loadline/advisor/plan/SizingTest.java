package dev.loadline.advisor.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.loadline.advisor.document.ModelFile;
import org.junit.jupiter.api.Test;

class SizingTest {
  private static final ModelFile SHOP =
      ModelFile.parse(
          "shop.yaml",
          """
          model: shop
          document: A shop
          service: {memory: 8 GB, cost: 100 dollars/month}
          resources:
            pool: {server: shop-pg, size: 10, overflow: 5, hold: 100 (50-200) ms}
            sockets: {per_instance: 5000, adapter: true}
          servers:
            shop-pg: {engine: postgresql, max_connections: 100, reserved: 3}
          users:
            profiles: {usual: {rate: 3 (2-5)/min}}
            per_user: {memory: 3 (2-5) MB}
          options:
            bigger:
              says: A pool of 50
              changes: {resources.pool.size: 50, resources.pool.overflow: 0}
          """);

  @Test
  void eachResourceSaysHowManyItTakes() {
    assertThat(Sizing.forUsers(SHOP, 6_000, null).needs())
        .extracting(
            need ->
                "%s %s %s now %s (%s-%s)"
                    .formatted(
                        need.resource(),
                        need.needed(),
                        need.what(),
                        need.now(),
                        need.low(),
                        need.high()))
        .containsExactly(
            "pool/shop-pg 30.0 connections now 15.0 (10.0-100.0)",
            "sockets/sockets 2.0 instances now 1.0 (2.0-2.0)",
            "memory/instances 3.0 instances now 1.0 (2.0-4.0)",
            "server-connections/shop-pg 33.0 max_connections now 100.0 (13.0-103.0)",
            "memory/all 18.0 GB now 8.0 (12.0-30.0)");
  }

  @Test
  void waysThatCarryItComeCheapestFirst() {
    Sizing sizing = Sizing.forUsers(SHOP, 2_500, null);
    assertThat(sizing.ways())
        .extracting(way -> way.name() + " " + way.cost().orThrow())
        .containsExactly("as it is 100.0", "option bigger 100.0");
  }

  @Test
  void moreInstancesAreAWay() {
    Sizing sizing = Sizing.forUsers(SHOP, 6_000, null);
    assertThat(sizing.ways())
        .extracting(way -> way.name() + " " + way.changes())
        .contains("more instances {service.instances=3 instances}");
  }

  @Test
  void whatTheServerDoesNotAcceptGoesThroughAPooler() {
    Sizing sizing = Sizing.forUsers(SHOP, 19_000, null);
    assertThat(sizing.ways())
        .extracting(way -> way.name() + (way.refused() == null ? "" : " refused"))
        .contains("more instances refused", "more instances, through PgBouncer");
    Way through =
        sizing.ways().stream().filter(way -> way.refused() == null).findFirst().orElseThrow();
    assertThat(through.changes())
        .containsEntry("poolers.pgbouncer-shop-pg.server", "shop-pg")
        .containsEntry("resources.pool.server", "pgbouncer-shop-pg");
  }

  @Test
  void usersThatAreOnlyStatedAreScaled() {
    ModelFile stated =
        ModelFile.parse(
            "clinic.yaml",
            """
            model: clinic
            document: A clinic that says how many users it has and not how often they ask
            resources:
              workers: {processes: 1, concurrency: 100, response: 100 ms}
            users: {stated: 500}
            sizes:
              medium: {users: 1000-3000 users, servers: 2 servers, cost: 300 dollars/month}
            """);
    Sizing sizing = Sizing.forUsers(stated, 2_000, null);
    assertThat(sizing.needs())
        .extracting(need -> need.needed() + " " + need.what())
        .containsExactly("4.0 processes");
    assertThat(sizing.ways()).extracting(Way::name).containsExactly("more instances");
    assertThat(sizing.ways().get(0).cost().known()).isFalse();
    assertThat(sizing.documented())
        .containsExactly("medium, for 1000-3000 users: 2 servers, 300 dollars/month");
  }

  @Test
  void aRateIsEnough() {
    Sizing sizing = Sizing.forRate(SHOP, 300);
    assertThat(sizing.needs()).extracting(Need::needed).containsExactly(30.0, 33.0);
  }

  @Test
  void aProfileThatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sizing.forUsers(SHOP, 10, "night"))
        .withMessage("no profile 'night'; there are usual");
  }
}
