package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Timeouts;
import dev.loadline.agent.probe.Traits;
import dev.loadline.agent.probe.UnitPlan;

/**
 * HikariCP. Followed are the entries that the pool keeps rather than the proxies that it makes anew
 * for every borrow. It reads the clock itself, up to version 4 when it lends and from 5 on when it
 * takes back, and what it has read is not read again. An acquire that finds an entry at once has
 * waited for nothing; one that does not tells the pool so, or looks whether an old one still lives.
 */
@AutoService(Probe.class)
@Measures(
    of = "HikariCP",
    value = {Measures.POOL, Measures.BUSY})
public final class HikariProbe implements Probe {

  private static final String DATA_SOURCE = "com.zaxxer.hikari.HikariDataSource";
  private static final String POOL = "com.zaxxer.hikari.pool.HikariPool";
  private static final String BELOW_POOL = "com.zaxxer.hikari.pool.PoolBase";
  private static final String ENTRY = "com.zaxxer.hikari.pool.PoolEntry";
  private static final String CONNECTION = "com.zaxxer.hikari.pool.ProxyConnection";
  private static final String STATEMENT = "com.zaxxer.hikari.pool.ProxyStatement";
  private static final String PREPARED = "com.zaxxer.hikari.pool.ProxyPreparedStatement";
  private static final String OF_STATEMENT = "this.connection.getPoolEntry()";

  @Override
  public String name() {
    return "hikaricp";
  }

  @Override
  public void declare(Plan plan) {
    Traits traits =
        Traits.named("")
            .limit("getMaximumPoolSize")
            .name("getPoolName")
            .waiting("getHikariPoolMXBean.getThreadsAwaitingConnection")
            .timeouts(Timeouts.of("java.sql.SQLTransientException"));
    // On this system its clock is another.
    boolean nanos = !System.getProperty("os.name", "").startsWith("Mac");
    UnitPlan units = plan.units(traits);
    units
        .lends(ENTRY, "createProxyConnection", "this.hikariPool.config", nanos ? "1" : "")
        .recalls(POOL, "recycle", "0", nanos ? "0.lastAccessed" : "")
        .waits(POOL, "addBagItem")
        .refuses(POOL, "getConnection", 1, "this.config")
        .busy(CONNECTION, "commit", "this.getPoolEntry()")
        .busy(CONNECTION, "rollback", "this.getPoolEntry()")
        .statement(STATEMENT, "execute", OF_STATEMENT)
        .statement(PREPARED, "execute", OF_STATEMENT)
        .closed(DATA_SOURCE, "close");
    units
        .ifThere()
        .returns(ENTRY, "recycle", 1)
        .returns(ENTRY, "close", 0)
        .waits(BELOW_POOL, "isConnectionAlive")
        .waits(BELOW_POOL, "isConnectionDead");
  }
}
