import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.event.ConnectionCheckOutStartedEvent;
import com.mongodb.event.ConnectionPoolListener;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** A pool of one, asked reactively: known holds, a wait, a timeout. What it prints are bounds. */
public final class MongoReactiveApp {

  private static final AtomicInteger COMMANDS = new AtomicInteger();
  private static final AtomicInteger ASKED = new AtomicInteger();
  private static final AtomicInteger TIMEOUTS = new AtomicInteger();
  private static final AtomicLong HELD_LOW = new AtomicLong();
  private static volatile CountDownLatch begun = new CountDownLatch(0);
  private static volatile CountDownLatch end = new CountDownLatch(0);

  public static void main(String[] arguments) throws Exception {
    SlowBackend backend = new SlowBackend();
    backend.version(ServerVersion.MONGO_5_0);
    MongoServer server = new MongoServer(backend);
    String address =
        "mongodb://127.0.0.1:"
            + server.bind().getPort()
            + "/?maxPoolSize=1&waitQueueTimeoutMS=1500&retryReads=false&retryWrites=false";
    MongoClient client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(address))
                .applyToConnectionPoolSettings(
                    pool -> pool.addConnectionPoolListener(new Listener()))
                .build());
    for (int i = 0; i < 3; i++) {
      command(client).await();
    }
    CountDownLatch holder = holder(client);
    int asked = ASKED.get();
    CountDownLatch waiter = command(client);
    while (ASKED.get() == asked) {
      LockSupport.parkNanos(1_000_000);
    }
    pause(200);
    end.countDown();
    holder.await();
    waiter.await();
    CountDownLatch again = holder(client);
    command(client).await();
    end.countDown();
    again.await();
    System.out.println("commands " + COMMANDS);
    System.out.println("asked " + ASKED);
    System.out.println("timed_out " + TIMEOUTS);
    System.out.println("held_low " + HELD_LOW);
    System.out.println("ready");
    System.in.read();
    client.close();
    server.shutdownNow();
    System.exit(0);
  }

  private static CountDownLatch holder(MongoClient client) throws InterruptedException {
    begun = new CountDownLatch(1);
    end = new CountDownLatch(1);
    CountDownLatch done = command(client);
    begun.await();
    return done;
  }

  private static CountDownLatch command(MongoClient client) {
    CountDownLatch done = new CountDownLatch(1);
    Mono.from(client.getDatabase("shop").runCommand(new Document("ping", 1)))
        .doOnError(MongoTimeoutException.class, late -> TIMEOUTS.incrementAndGet())
        .subscribe(answer -> {}, error -> done.countDown(), done::countDown);
    return done;
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  private static final class Listener implements ConnectionPoolListener {

    @Override
    public void connectionCheckOutStarted(ConnectionCheckOutStartedEvent event) {
      ASKED.incrementAndGet();
    }
  }

  /** Answers a ping when it is told to; until then the connection is borrowed. */
  private static final class SlowBackend extends MemoryBackend {

    @Override
    public de.bwaldvogel.mongo.bson.Document handleMessage(MongoMessage message) {
      if (message.getDocument().containsKey("ping")) {
        hold();
      }
      return super.handleMessage(message);
    }

    private static void hold() {
      long from = System.nanoTime();
      COMMANDS.incrementAndGet();
      begun.countDown();
      pause(40);
      try {
        end.await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      HELD_LOW.addAndGet(System.nanoTime() - from);
    }
  }
}
