import com.google.common.util.concurrent.RateLimiter;
import java.util.concurrent.TimeUnit;

/** Fifty permits a second, of which some are waited for and some refused. */
public final class GuavaRateLimiterApp {

  public static void main(String[] arguments) throws Exception {
    RateLimiter limiter = RateLimiter.create(50);
    long granted = 0;
    long refused = 0;
    long from = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      limiter.acquire();
      granted++;
    }
    limiter.acquire(1000);
    granted += 1000;
    for (int i = 0; i < 7; i++) {
      if (limiter.tryAcquire()) {
        granted++;
      } else {
        refused++;
      }
    }
    if (limiter.tryAcquire(3, 1, TimeUnit.MILLISECONDS)) {
      granted += 3;
    } else {
      refused += 3;
    }
    System.out.println("took " + (System.nanoTime() - from) / 1e9);
    System.out.println("granted " + granted);
    System.out.println("refused " + refused);
    System.out.println("ready");
    while (System.in.read() >= 0) {}
    System.out.println(limiter);
  }
}
