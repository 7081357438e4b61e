package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Measures;
import dev.loadline.agent.probe.Measures.Omits;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * H2 inside this process, by database: for how long transactions wait for rows that others have
 * written, and how many statements give up. Others may write meanwhile, so that there is no limit
 * and nothing is in use. A statement may wait more than once, as H2 does itself before it gives up.
 */
@AutoService(Probe.class)
@Measures(
    of = "H2 (embedded, or its server in this process)",
    value =
        "writer of a database: waits for rows that other transactions have written, as a histogram;"
            + " statements that gave up as timeouts",
    omits = {
      @Omits(value = "limit, use, and writes", because = "any number of transactions may write"),
      @Omits(
          value = "time of waits for whole tables",
          because = "asking for one is not told from waiting for it; giving up is counted"),
      @Omits(value = "waits in PageStore (1.4)", because = "it locks whole tables only")
    })
public final class H2Probe implements Probe {

  private static final String PACKAGE = "org.h2.";
  private static final String BEFORE_1_4_198 = PACKAGE + "mvstore.db.TransactionStore";
  private static final int LOCK_TIMEOUT = 50200;

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public void declare(Plan plan) {
    plan.locks()
        .waits(PACKAGE + "mvstore.tx.Transaction", "waitFor", "listener")
        .givesUp(
            PACKAGE + "command.Command", "executeUpdate|executeQuery", "session", LOCK_TIMEOUT);
    plan.tooOld(BEFORE_1_4_198);
  }
}
