package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;
import dev.loadline.agent.probe.WriterPlan;

/**
 * SQLite, by file: for how long its one writer is taken, by a statement or from a transaction's
 * first write to its end, how long others wait, and how often they give up. What waits is told by
 * the text of statements and by writes of this process; another process's make writes longer. A
 * transaction counts from its first write even where it is configured to begin by taking the right.
 */
@AutoService(Probe.class)
@Measures(
    of = "SQLite (Xerial's driver)",
    value =
        "writer of a file: writes, holds and waits as histograms, the time it was taken; SQLITE_BUSY"
            + " as timeouts",
    omits = {
      @Omits(
          value = "writes of other processes",
          because = "they are not seen; they make writes here longer"),
      @Omits(value = "databases in memory", because = "their writer is no bottleneck")
    })
public final class SqliteProbe implements Probe {

  private static final String PACKAGE = "org.sqlite.";
  private static final String CONNECTION = PACKAGE + "SQLiteConnection";
  private static final String BEFORE_3_21 = PACKAGE + "jdbc3.JDBC3Connection";

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public void declare(Plan plan) {
    WriterPlan writers = plan.writers("jdbc:sqlite:", "getUrl", "url");
    writers
        .statement(PACKAGE + "jdbc3.JDBC3Statement", "execute")
        .statement(PACKAGE + "jdbc3.JDBC3PreparedStatement", "execute")
        .statement(PACKAGE + "core.CorePreparedStatement", "execute");
    for (String type : new String[] {CONNECTION, BEFORE_3_21}) {
      writers.ends(type, "commit", 0).ends(type, "rollback", 0).ends(type, "setAutoCommit", 1);
    }
    writers.ends(CONNECTION, "close", 0).ends(PACKAGE + "core.CoreConnection", "close", 0);
  }
}
