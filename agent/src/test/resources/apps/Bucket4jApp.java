import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BlockingStrategy;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.LocalBucketBuilder;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.lang.reflect.Method;
import java.time.Duration;

/** Two buckets with known outcomes, asked in all ways; what they grant and refuse is told. */
public final class Bucket4jApp {

  private static long granted;
  private static long refused;
  private static double waited;

  public static void main(String[] arguments) throws Exception {
    for (SynchronizationStrategy strategy :
        new SynchronizationStrategy[] {
          SynchronizationStrategy.LOCK_FREE, SynchronizationStrategy.SYNCHRONIZED
        }) {
      if (arguments.length > 0) {
        bucket(10, Duration.ofHours(1), strategy).tryConsume(1);
        continue;
      }
      atOnce(bucket(10, Duration.ofHours(1), strategy));
      blocking(bucket(1, Duration.ofMillis(200), strategy));
    }
    System.out.println("granted " + granted);
    System.out.println("refused " + refused);
    System.out.println("waited " + waited);
    System.out.println("ready");
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static Bucket bucket(long tokens, Duration period, SynchronizationStrategy strategy)
      throws ReflectiveOperationException {
    Method builder;
    try {
      builder = Bucket.class.getMethod("builder");
    } catch (NoSuchMethodException old) {
      builder = Class.forName("io.github.bucket4j.Bucket4j").getMethod("builder");
    }
    LocalBucketBuilder made = (LocalBucketBuilder) builder.invoke(null);
    made.addLimit(Bandwidth.simple(tokens, period));
    for (Method method : LocalBucketBuilder.class.getMethods()) {
      Class<?>[] types = method.getParameterTypes();
      if (types.length == 1 && types[0] == SynchronizationStrategy.class) {
        Object built = method.invoke(made, strategy);
        return built instanceof Bucket ? (Bucket) built : made.build();
      }
    }
    throw new NoSuchMethodException("SynchronizationStrategy");
  }

  private static void count(boolean yes, long tokens) {
    if (yes) {
      granted += tokens;
    } else {
      refused += tokens;
    }
  }

  private static void atOnce(Bucket bucket) {
    for (int i = 0; i < 4; i++) {
      count(bucket.tryConsume(1), 1);
    }
    count(bucket.tryConsume(300), 300);
    count(bucket.tryConsumeAndReturnRemaining(2).isConsumed(), 2);
    count(bucket.tryConsumeAndReturnRemaining(9).isConsumed(), 9);
    granted += bucket.tryConsumeAsMuchAsPossible(3);
    granted += bucket.tryConsumeAsMuchAsPossible();
    count(bucket.tryConsume(1), 1);
  }

  private static void blocking(Bucket bucket) throws Exception {
    Object view = view(bucket, "asBlocking", "asScheduler");
    long from = System.nanoTime();
    for (int i = 0; i < 3; i++) {
      boolean yes =
          (Boolean)
              method(view, "tryConsume", BlockingStrategy.class)
                  .invoke(view, 1L, Duration.ofSeconds(30).toNanos(), BlockingStrategy.PARKING);
      count(yes, 1);
    }
    waited += (System.nanoTime() - from) / 1e9;
    count(
        (Boolean)
            method(view, "tryConsume", BlockingStrategy.class)
                .invoke(view, 1L, 1L, BlockingStrategy.PARKING),
        1);
  }

  private static Object view(Bucket bucket, String... names) throws ReflectiveOperationException {
    for (String name : names) {
      for (Method method : Bucket.class.getMethods()) {
        if (method.getName().equals(name)) {
          return method.invoke(bucket);
        }
      }
    }
    return bucket;
  }

  private static Method method(Object view, String name, Class<?> last)
      throws ReflectiveOperationException {
    for (Class<?> type : view.getClass().getInterfaces()) {
      for (Method method : type.getMethods()) {
        Class<?>[] types = method.getParameterTypes();
        if (method.getName().equals(name)
            && types.length == 3
            && types[1] == long.class
            && types[2] == last) {
          method.setAccessible(true);
          return method;
        }
      }
    }
    for (Method method : Class.forName("io.github.bucket4j.BlockingBucket").getMethods()) {
      Class<?>[] types = method.getParameterTypes();
      if (method.getName().equals(name) && types.length == 3 && types[1] == long.class) {
        return method;
      }
    }
    throw new NoSuchMethodException(name);
  }
}
