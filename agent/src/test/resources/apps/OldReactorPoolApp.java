import reactor.core.publisher.Mono;
import reactor.pool.Pool;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

/** Takes one unit from a pool as it was before the probe fits. */
public final class OldReactorPoolApp {

  public static void main(String[] arguments) throws Exception {
    Pool<Object> pool = PoolBuilder.from(Mono.fromCallable(Object::new)).sizeBetween(0, 1).fifo();
    PooledRef<Object> unit = pool.acquire().block();
    unit.release().block();
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }
}
