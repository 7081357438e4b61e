package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * The pools of Vert.x's SQL clients from 4.1 on. A query without a connection of its own holds one
 * for as long as it runs. Of connections that take several commands at once, each command counts.
 * The same class pools the connections of HTTP clients, which are left alone.
 */
@AutoService(Probe.class)
public final class VertxSqlProbe implements Probe {

  private static final String CLIENT = "io.vertx.sqlclient.";

  @Override
  public String name() {
    return "vertx-sql";
  }

  @Override
  public void declare(Plan plan) {
    plan.tooOld(CLIENT + "impl.pool.ConnectionPool")
        .slots("io.vertx.core.net.impl.pool.SimpleConnectionPool", "maxCapacity", CLIENT)
        .slots("io.vertx.core.internal.pool.SimpleConnectionPool", "maxCapacity", CLIENT);
  }
}
