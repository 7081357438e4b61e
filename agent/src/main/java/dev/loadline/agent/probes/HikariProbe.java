package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.Timeouts;
import dev.loadline.agent.probe.Traits;

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
    plan.lends(ENTRY, "createProxyConnection", "this.hikariPool.config", nanos ? "1" : "", traits)
        .recallsIfThere(ENTRY, "recycle", 1)
        .recalls(POOL, "recycle", "0", nanos ? "0.lastAccessed" : "")
        .recallsIfThere(ENTRY, "close", 0)
        .waits(POOL, "addBagItem")
        .waitsIfThere(BELOW_POOL, "isConnectionAlive")
        .waitsIfThere(BELOW_POOL, "isConnectionDead")
        .refuses(POOL, "getConnection", 1, "this.config", traits)
        .busyUnit(CONNECTION, "commit", "this.getPoolEntry()")
        .busyUnit(CONNECTION, "rollback", "this.getPoolEntry()")
        .statementOfUnit(STATEMENT, "execute", OF_STATEMENT)
        .statementOfUnit(PREPARED, "execute", OF_STATEMENT)
        .closed(DATA_SOURCE, "close", traits);
  }
}
