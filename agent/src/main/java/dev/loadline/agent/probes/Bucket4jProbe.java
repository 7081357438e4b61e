package dev.loadline.agent.probes;

import com.google.auto.service.AutoService;
import dev.loadline.agent.probe.Plan;
import dev.loadline.agent.probe.Probe;

/**
 * Bucket4j from 3.1 on. A bucket has no name, and there may be one for each client; so all are
 * measured as one, which has no limit. The wait of a blocking or scheduled call is that which the
 * bucket tells it. Verbose and asynchronous views, and waiting for buckets that are kept elsewhere,
 * are not seen.
 */
@AutoService(Probe.class)
public final class Bucket4jProbe implements Probe {

  private static final String PACKAGE = "io.github.bucket4j.";
  private static final String BUCKET = PACKAGE + "AbstractBucket";
  private static final String RESERVE = "reserveAndCalculateTimeToSleepImpl";

  @Override
  public String name() {
    return "bucket4j";
  }

  @Override
  public void declare(Plan plan) {
    plan.ratesTogether()
        .permit(BUCKET, "tryConsume", 1)
        .permit(BUCKET, "tryConsumeAndReturnRemaining", 1, "isConsumed")
        .permitsLeft(BUCKET, "tryConsumeAsMuchAsPossible")
        .reservation(PACKAGE + "local.LockFreeBucket", RESERVE)
        .reservation(PACKAGE + "local.SynchronizedBucket", RESERVE)
        .reservation(PACKAGE + "local.ThreadUnsafeBucket", RESERVE);
  }
}
