package dev.loadline.agent;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * An application for the tests: twice as many threads as there are connections, so that somebody
 * waits for each that is given back, and has it at once.
 */
final class JdbcRushApp {

  private static final int THREADS = 2 * JdbcPoolApp.LIMIT;
  private static final int BORROWS = 100;

  /** The pool's class and its properties, {@code name=value}. */
  public static void main(String[] arguments) throws Exception {
    Class.forName(StubDriver.class.getName());
    DataSource pool = JdbcPoolApp.pool(arguments);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Callable<Long>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(() -> rush(pool));
    }
    long least = 0;
    for (Future<Long> one : threads.invokeAll(all)) {
      least += one.get();
    }
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.MINUTES);
    System.out.println("acquired " + THREADS * BORROWS);
    System.out.println("held_least " + least);
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }

  /** Nanoseconds for which connections were held at least. */
  private static long rush(DataSource pool) throws Exception {
    long least = 0;
    for (int i = 0; i < BORROWS; i++) {
      Connection connection = pool.getConnection();
      long from = System.nanoTime();
      StubDriver.pause(2);
      least += System.nanoTime() - from;
      connection.close();
    }
    return least;
  }

  private JdbcRushApp() {}
}
