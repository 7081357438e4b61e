package dev.loadline.collector.discovery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/** Asks again and again, never twice at a time, until it is closed. */
final class Asking implements AutoCloseable {
  private final Vertx vertx;
  private final Duration interval;
  private final Supplier<Future<Duration>> question;
  private long timer;
  private boolean closed;

  private Asking(Vertx vertx, Duration interval, Supplier<Future<Duration>> question) {
    this.vertx = vertx;
    this.interval = interval;
    this.question = question;
  }

  /**
   * @param interval from an answer that failed to the next question
   * @param question says how long to wait for the next one
   */
  static Asking start(Vertx vertx, Duration interval, Supplier<Future<Duration>> question) {
    Asking asking = new Asking(vertx, interval, question);
    asking.ask();
    return asking;
  }

  /**
   * @throws IllegalArgumentException below a second
   */
  static void check(Duration interval) {
    if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("an interval of at least 1s is needed");
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    vertx.cancelTimer(timer);
  }

  private synchronized void ask() {
    if (!closed) {
      question.get().onComplete(answer -> in(answer.succeeded() ? answer.result() : interval));
    }
  }

  private synchronized void in(Duration wait) {
    if (!closed) {
      timer = vertx.setTimer(Math.max(1, wait.toMillis()), unused -> ask());
    }
  }
}
