import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/**
 * Goes by a script, fixed by its seed, through a pool of JDBC connections, and tells its own ledger
 * of it: {@code hold FROM TO}, {@code wait NANOS}, {@code timeout NANOS}, {@code busy NANOS}, in
 * nanoseconds. Commands on standard input: {@code script SEED}, {@code peak CONNECTIONS}.
 */
public final class TruthApp {

  private static final int THREADS = 8;
  private static final int BORROWS = 60;
  private static final int TIMEOUTS = 3;
  private static final long MILLI = 1_000_000;

  private final DataSource pool;
  private final int limit;
  private final long patience;
  private final List<String> ledger = new ArrayList<>();

  private TruthApp(DataSource pool, int limit, long patience) {
    this.pool = pool;
    this.limit = limit;
    this.patience = patience;
  }

  /** The limit, the patience in milliseconds, the pool's class and its properties. */
  public static void main(String[] arguments) throws Exception {
    Class.forName("StubDriver");
    DataSource pool =
        PoolMaker.make(arguments[2], Arrays.copyOfRange(arguments, 3, arguments.length));
    TruthApp app =
        new TruthApp(pool, Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]) * MILLI);
    app.borrow(30, 10);
    app.script(0, 3);
    app.ledger.clear();
    StubDriver.BUSY.set(0);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      long number = Long.parseLong(line.substring(line.indexOf(' ') + 1));
      if (line.startsWith("script ")) {
        app.script(number, BORROWS);
        app.timeOut();
        app.tell();
      } else {
        app.peak((int) number);
      }
      System.out.println("done " + line);
    }
    System.exit(0);
  }

  private void script(long seed, int borrows) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Random random = new Random(seed * THREADS + i);
      Callable<Void> work =
          () -> {
            for (int j = 0; j < borrows; j++) {
              StubDriver.pause(random.nextInt(30) * MILLI);
              borrow(5 + random.nextInt(50), random.nextBoolean() ? random.nextInt(20) : 0);
            }
            return null;
          };
      all.add(threads.submit(work));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
  }

  /** Holds a connection for so long, of which a statement runs so long. */
  private void borrow(long holdMillis, long busyMillis) throws SQLException {
    long asked = System.nanoTime();
    Connection connection = pool.getConnection();
    long from = System.nanoTime();
    if (busyMillis > 0) {
      try (PreparedStatement statement = connection.prepareStatement("" + busyMillis)) {
        statement.executeUpdate();
      }
    }
    StubDriver.pause((holdMillis - busyMillis) * MILLI);
    connection.close();
    hold(asked, from, System.nanoTime());
  }

  private synchronized void hold(long asked, long from, long to) {
    ledger.add("wait " + (from - asked));
    ledger.add("hold " + from + " " + to);
  }

  /** All connections are held, and nobody else gets one. */
  private void timeOut() throws Exception {
    Deque<Connection> open = new ArrayDeque<>();
    Deque<Long> since = new ArrayDeque<>();
    for (int i = 0; i < limit; i++) {
      long asked = System.nanoTime();
      open.add(pool.getConnection());
      since.add(asked);
      since.add(System.nanoTime());
    }
    ExecutorService threads = Executors.newFixedThreadPool(TIMEOUTS);
    List<Future<?>> all = new ArrayList<>();
    for (int i = 0; i < TIMEOUTS; i++) {
      all.add(threads.submit(this::inVain));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();
    while (!open.isEmpty()) {
      open.remove().close();
      hold(since.remove(), since.remove(), System.nanoTime());
    }
  }

  private void inVain() {
    long asked = System.nanoTime();
    try (Connection tooMany = pool.getConnection()) {
      throw new IllegalStateException("got " + tooMany);
    } catch (SQLException timeout) {
      long waited = System.nanoTime() - asked;
      if (waited < patience / 2) {
        throw new IllegalStateException("gave up at once", timeout);
      }
      synchronized (this) {
        ledger.add("timeout " + waited);
      }
    }
  }

  /** So many at once, for five milliseconds. */
  private void peak(int connections) throws SQLException {
    Deque<Connection> open = new ArrayDeque<>();
    for (int i = 0; i < connections; i++) {
      open.add(pool.getConnection());
    }
    StubDriver.pause(5 * MILLI);
    while (!open.isEmpty()) {
      open.remove().close();
    }
  }

  private void tell() {
    for (String line : ledger) {
      System.out.println(line);
    }
    System.out.println("busy " + StubDriver.BUSY.get());
  }
}
