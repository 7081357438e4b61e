package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The pools of Vert.x's SQL clients from 4.1 on. A query without a connection of its own holds one
 * for as long as it runs. Of connections that take several commands at once, each command counts,
 * and there is no limit then. The same class pools the connections of HTTP clients, which are left
 * alone.
 */
@AutoService(Probe.class)
@Measures(
    of = "Vert.x SQL clients",
    value = Measures.POOL,
    omits = {
      @Omits(
          value = "the limit of clients that pipeline",
          because = "a connection then takes several commands at once, and each counts"),
      @Omits(value = "the names of pools", because = "they are numbered in the order of first use"),
      @Omits(value = "the connections of HTTP clients", because = "they are not of a database")
    })
public final class VertxSqlProbe implements Probe {

  private static final String CLIENT = "io.vertx.sqlclient.";
  private static final String POOL = "connector.this$0.";
  private static final String[] SHARED = {POOL + "pipelined", POOL + "pipeliningLimit"};

  @Override
  public String name() {
    return "vertx-sql";
  }

  @Override
  public void declare(Plan plan) {
    plan.tooOld(CLIENT + "impl.pool.ConnectionPool");
    plan.slotPools("maxCapacity", CLIENT, SHARED)
        .in("io.vertx.core.net.impl.pool.SimpleConnectionPool")
        .in("io.vertx.core.internal.pool.SimpleConnectionPool");
  }
}
