package dev.loadline.collector.prometheus;

import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.store.StoreException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends samples in the order in which they came, many at a time. What finds no ear waits and is
 * sent again; what is refused is dropped, counted and told to whoever wrote it.
 */
final class RemoteWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteWriter.class);
  private static final int AT_ONCE = 5_000;
  private static final int PARTS = 64;

  private final PrometheusSettings settings;
  private final WriteClient client;
  private final MeterRegistry meters;
  private final BlockingQueue<Batch> waiting = new LinkedBlockingQueue<>();
  private final AtomicInteger samples = new AtomicInteger();
  private final Counter written;
  private final Timer requests;
  private final Thread thread = new Thread(this::run, "loadline-remote-write");
  private volatile boolean closed;

  RemoteWriter(HttpClient client, PrometheusSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.client = new WriteClient(client, settings);
    this.meters = meters;
    this.written =
        Counter.builder("loadline.store.samples").description("acknowledged").register(meters);
    this.requests =
        Timer.builder("loadline.store.commit").description("one transaction").register(meters);
    Gauge.builder("loadline.store.queue", samples, AtomicInteger::get)
        .description("samples that wait to be sent")
        .register(meters);
    thread.setDaemon(true);
    thread.start();
  }

  private record Batch(List<Sample> samples, CompletableFuture<Void> done) {}

  CompletableFuture<Void> write(List<Sample> more) {
    Batch batch = new Batch(List.copyOf(more), new CompletableFuture<>());
    if (more.isEmpty()) {
      batch.done.complete(null);
    } else if (closed) {
      refuse(batch, "closed", "closed");
    } else if (samples.addAndGet(more.size()) > settings.queue()) {
      samples.addAndGet(-more.size());
      refuse(batch, "queue", settings.queue() + " samples wait for " + settings.write());
    } else {
      waiting.add(batch);
    }
    return batch.done;
  }

  private void refuse(Batch batch, String reason, String sentence) {
    meters.counter("loadline.store.refused", "reason", reason).increment(batch.samples.size());
    batch.done.completeExceptionally(new StoreException(sentence));
  }

  private void run() {
    while (!closed) {
      try {
        Batch first = waiting.poll(1, TimeUnit.SECONDS);
        if (first != null) {
          send(together(first));
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private List<Batch> together(Batch first) {
    List<Batch> batches = new ArrayList<>(List.of(first));
    int size = first.samples.size();
    for (Batch next = waiting.peek();
        next != null && size + next.samples.size() <= AT_ONCE;
        next = waiting.peek()) {
      batches.add(waiting.remove());
      size += next.samples.size();
    }
    return batches;
  }

  private void send(List<Batch> batches) throws InterruptedException {
    List<Sample> all = batches.stream().flatMap(batch -> batch.samples.stream()).toList();
    try {
      int[] parts = {PARTS};
      String refusal = send(all, parts);
      for (Batch batch : batches) {
        if (refusal.isEmpty()) {
          batch.done.complete(null);
        } else {
          batch.done.completeExceptionally(new StoreException(refusal));
        }
      }
    } finally {
      samples.addAndGet(-all.size());
      batches.forEach(
          batch -> batch.done.completeExceptionally(new StoreException("closed meanwhile")));
    }
  }

  /**
   * Sends them in halves where they are refused as a whole, so that one bad sample takes few others
   * with it.
   *
   * @param parts how many requests may still be made of them
   * @return why some were dropped; empty where none were
   */
  private String send(List<Sample> all, int[] parts) throws InterruptedException {
    parts[0]--;
    String refusal = requested(all);
    if (refusal.isEmpty()) {
      written.increment(all.size());
      return "";
    }
    if (all.size() > 1 && parts[0] > 1) {
      String left = send(all.subList(0, all.size() / 2), parts);
      String right = send(all.subList(all.size() / 2, all.size()), parts);
      return left.isEmpty() ? right : left;
    }
    meters.counter("loadline.store.refused", "reason", "receiver").increment(all.size());
    LOG.warn("{} drops {} samples: {}", settings.write(), all.size(), refusal);
    return refusal;
  }

  private String requested(List<Sample> all) throws InterruptedException {
    byte[] block = Snappy.pack(WriteRequest.of(all));
    for (int attempt = 0; !closed; attempt++) {
      long start = System.nanoTime();
      WriteClient.Outcome outcome = client.post(block);
      requests.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      if (!outcome.again()) {
        return outcome.refusal();
      }
      meters.counter("loadline.store.retries").increment();
      if (attempt == 0) {
        LOG.warn("{} takes nothing for now: {}", settings.write(), outcome.refusal());
      }
      TimeUnit.MILLISECONDS.sleep(client.pauseMillis(attempt, outcome));
    }
    throw new InterruptedException("closed");
  }

  /** What waits is given up; those who wrote it are told. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(settings.timeout().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Batch left = waiting.poll(); left != null; left = waiting.poll()) {
      refuse(left, "closed", "closed");
    }
  }
}
