package dev.loadline.collector.store;

import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes. Batches that wait while a transaction is being committed share the
 * next one, so that a slow disk costs latency and not throughput.
 */
final class WriterThread implements AutoCloseable {
  private static final int MAX_WAITING = 10_000;

  private final Database database;
  private final Map<Series, Long> ids;
  private final MeterRegistry meters;
  private final Timer commits;
  private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "loadline-store"));
  private @Nullable Connection connection;

  WriterThread(
      Database database, Connection connection, Map<Series, Long> ids, MeterRegistry meters) {
    this.database = database;
    this.connection = connection;
    this.ids = ids;
    this.meters = meters;
    this.commits =
        Timer.builder("loadline.store.commit").description("one transaction").register(meters);
  }

  CompletableFuture<Void> write(List<Sample> samples) {
    Batch batch = new Batch(List.copyOf(samples), new CompletableFuture<>());
    if (!waiting.offer(batch)) {
      refuse(List.of(batch), new StoreException("too many batches wait for the disk"));
      return batch.done;
    }
    try {
      thread.execute(this::commitWaiting);
    } catch (RejectedExecutionException e) {
      refuse(List.of(batch), new StoreException("closed", e));
    }
    return batch.done;
  }

  CompletableFuture<Void> expire(Instant before) {
    return CompletableFuture.runAsync(() -> expireAll(before), thread);
  }

  private void commitWaiting() {
    List<Batch> batches = new ArrayList<>();
    waiting.drainTo(batches);
    if (batches.isEmpty()) {
      return;
    }
    long start = System.nanoTime();
    try {
      commit(batches);
    } catch (SQLException | RuntimeException e) {
      refuse(batches, new StoreException("the disk refuses", e));
      rollBack();
      return;
    }
    commits.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    batches.forEach(batch -> batch.done.complete(null));
  }

  private void commit(List<Batch> batches) throws SQLException {
    Transaction transaction = new Transaction(connection(), ids);
    for (Batch batch : batches) {
      transaction.insert(batch.samples);
    }
    transaction.commit();
  }

  /** One transaction for each line, so that writers never wait long. */
  private void expireAll(Instant before) {
    for (Map.Entry<Series, Long> entry : List.copyOf(ids.entrySet())) {
      try {
        expire(entry.getKey(), entry.getValue(), before);
      } catch (SQLException e) {
        rollBack();
        throw new StoreException("cannot forget what is past its retention", e);
      }
      commitWaiting();
    }
  }

  private void expire(Series series, long id, Instant before) throws SQLException {
    Connection open = connection();
    SampleTable.deleteBefore(open, id, before);
    boolean gone = SampleTable.isEmpty(open, id);
    if (gone) {
      SeriesTable.delete(open, id);
    }
    open.commit();
    if (gone) {
      ids.remove(series);
    }
  }

  private Connection connection() throws SQLException {
    if (connection == null) {
      connection = database.openForWriting();
    }
    return connection;
  }

  /**
   * Keeps the connection where it can: closing it would remove the files that readers share, and a
   * full disk has no room to make them anew.
   */
  private void rollBack() {
    if (connection == null) {
      return;
    }
    try {
      connection.rollback();
    } catch (SQLException e) {
      closeConnection();
    }
  }

  private void refuse(List<Batch> batches, StoreException reason) {
    meters.counter("loadline.store.refused").increment(batches.size());
    batches.forEach(batch -> batch.done.completeExceptionally(reason));
  }

  @Override
  public void close() {
    thread.execute(this::closeConnection);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
        throw new StoreException("the disk did not answer within 30 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeConnection() {
    Connection last = connection;
    connection = null;
    try {
      if (last != null) {
        last.close();
      }
    } catch (SQLException e) {
      throw new StoreException("cannot close " + database.file(), e);
    }
  }

  private record Batch(List<Sample> samples, CompletableFuture<Void> done) {}
}
