import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;

/** A pool of one: commands that keep their connection for a known time, a wait, a timeout. */
public final class MongoApp {

  private static final AtomicInteger COMMANDS = new AtomicInteger();
  private static final AtomicLong HELD_LOW = new AtomicLong();
  private static final AtomicLong TAKEN = new AtomicLong();
  private static volatile CountDownLatch begun = new CountDownLatch(0);
  private static volatile CountDownLatch end = new CountDownLatch(0);

  public static void main(String[] arguments) throws Exception {
    MemoryBackend backend = new MemoryBackend();
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
                .addCommandListener(new Keeper())
                .build());
    for (int i = 0; i < 3; i++) {
      command(client);
    }
    Thread holder = holder(client);
    Thread waiter = new Thread(() -> command(client));
    waiter.start();
    while (waiter.getState() != Thread.State.TIMED_WAITING) {
      LockSupport.parkNanos(1_000_000);
    }
    pause(150);
    end.countDown();
    holder.join();
    waiter.join();
    Thread again = holder(client);
    int timeouts = 0;
    try {
      command(client);
    } catch (MongoTimeoutException late) {
      timeouts++;
    }
    end.countDown();
    again.join();
    System.out.println("commands " + COMMANDS);
    System.out.println("timed_out " + timeouts);
    System.out.println("held_low " + HELD_LOW);
    System.out.println("taken " + TAKEN);
    System.out.println("ready");
    System.in.read();
    client.close();
    server.shutdownNow();
    System.exit(0);
  }

  private static Thread holder(MongoClient client) throws InterruptedException {
    begun = new CountDownLatch(1);
    end = new CountDownLatch(1);
    Thread holder = new Thread(() -> command(client));
    holder.start();
    begun.await();
    return holder;
  }

  private static void command(MongoClient client) {
    long from = System.nanoTime();
    try {
      client.getDatabase("shop").runCommand(new Document("ping", 1));
    } finally {
      TAKEN.addAndGet(System.nanoTime() - from);
    }
  }

  private static void pause(long millis) {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (until - System.nanoTime() > 0) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }

  /** Called while the connection is borrowed. */
  private static final class Keeper implements CommandListener {

    @Override
    public void commandStarted(CommandStartedEvent event) {
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

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {}

    @Override
    public void commandFailed(CommandFailedEvent event) {}
  }
}
