package dev.loadline.collector.store;

import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Batches that wait while a transaction is being committed share the
 * next one, so that a slow disk costs latency and not throughput.
 */
final class WriterThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WriterThread.class);
  private static final int MAX_WAITING = 10_000;
  private static final int COMPACTED_AT_ONCE = 100;

  private final Database database;
  private final Map<Series, Long> ids;
  private final MeterRegistry meters;
  private final Timer commits;
  private final Counter written;
  private final Heads heads = new Heads();
  private final Set<Long> full = new LinkedHashSet<>();
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
    this.written =
        Counter.builder("loadline.store.samples").description("acknowledged").register(meters);
    Gauge.builder("loadline.store.queue", waiting, BlockingQueue::size)
        .description("batches that wait for the disk")
        .register(meters);
  }

  CompletableFuture<Void> write(List<Sample> samples) {
    List<Sample> copy = List.copyOf(samples);
    return enqueue(copy.size(), transaction -> transaction.insert(copy));
  }

  CompletableFuture<Void> amend(List<Sample> samples) {
    List<Sample> copy = List.copyOf(samples);
    return enqueue(copy.size(), transaction -> transaction.amend(copy));
  }

  CompletableFuture<Void> put(String table, String key, String value) {
    return enqueue(0, transaction -> transaction.put(table, key, value));
  }

  CompletableFuture<Void> remove(String table, String key) {
    return enqueue(0, transaction -> transaction.remove(table, key));
  }

  private CompletableFuture<Void> enqueue(int samples, Change change) {
    Batch batch = new Batch(samples, change, new CompletableFuture<>());
    if (!waiting.offer(batch)) {
      refuse(List.of(batch), "queue", new StoreException("too many batches wait for the disk"));
      return batch.done;
    }
    try {
      thread.execute(this::commitWaiting);
    } catch (RejectedExecutionException e) {
      refuse(List.of(batch), "closed", new StoreException("closed", e));
    }
    return batch.done;
  }

  /** Sets a chunk aside that a reader found to be corrupt. */
  void quarantine(ChunkTable.Row row, String reason) {
    thread.execute(
        () -> {
          try {
            ChunkTable.quarantine(connection(), row, reason);
            connection().commit();
          } catch (SQLException e) {
            LOG.warn("a corrupt chunk stays where it is for now: {}", e.getMessage());
            rollBack();
          }
        });
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
      refuse(batches, "disk", new StoreException("the disk refuses", e));
      rollBack();
      return;
    }
    commits.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    written.increment(batches.stream().mapToInt(Batch::samples).sum());
    batches.forEach(batch -> batch.done.complete(null));
    compactFull();
  }

  private void commit(List<Batch> batches) throws SQLException {
    try (Transaction transaction = new Transaction(connection(), ids, heads)) {
      for (Batch batch : batches) {
        batch.change.make(transaction);
      }
      transaction.commit();
      full.addAll(transaction.full());
    }
  }

  /** What is full stays rows where the disk refuses, and is tried again after the next batch. */
  private void compactFull() {
    if (full.isEmpty()) {
      return;
    }
    Iterator<Long> next = full.iterator();
    try {
      for (int i = 0; i < COMPACTED_AT_ONCE && next.hasNext(); i++) {
        long series = next.next();
        new Compaction(connection(), series).run();
        heads.forget(series);
      }
      connection().commit();
    } catch (SQLException e) {
      meters.counter("loadline.store.compactions.refused").increment();
      rollBack();
      return;
    }
    for (int i = 0; i < COMPACTED_AT_ONCE && !full.isEmpty(); i++) {
      full.remove(full.iterator().next());
    }
    if (!full.isEmpty()) {
      thread.execute(this::compactFull);
    }
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
    SampleTable.deleteBefore(open, id, before.toEpochMilli());
    ChunkTable.deleteBefore(open, id, before.toEpochMilli());
    heads.forget(id);
    int rows = SampleTable.count(open, id);
    boolean gone = rows == 0 && ChunkTable.last(open, id).isEmpty();
    if (rows >= Chunk.ROWS) {
      full.add(id);
    }
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
    heads.forgetAll();
    if (connection == null) {
      return;
    }
    try {
      connection.rollback();
    } catch (SQLException e) {
      closeConnection();
    }
  }

  private void refuse(List<Batch> batches, String reason, StoreException failure) {
    meters.counter("loadline.store.refused", "reason", reason).increment(batches.size());
    batches.forEach(batch -> batch.done.completeExceptionally(failure));
  }

  @Override
  public void close() {
    if (thread.isShutdown()) {
      return;
    }
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

  /** Something that is written together with others. */
  private interface Change {
    void make(Transaction transaction) throws SQLException;
  }

  private record Batch(int samples, Change change, CompletableFuture<Void> done) {}
}
