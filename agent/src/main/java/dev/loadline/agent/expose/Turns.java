package dev.loadline.agent.expose;

import dev.loadline.agent.probe.AgentThread;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Runs what is asked of the metrics server on a few threads of the agent. It is not a pool of the
 * JDK, because that one is measured: its class, if nothing else needs it, is not to be loaded.
 */
final class Turns implements Executor, Runnable {

  private static final int MOST_WAITING = 16;

  private final BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(MOST_WAITING);

  private Turns() {}

  static Executor start(int threads) {
    Turns turns = new Turns();
    for (int i = 0; i < threads; i++) {
      new AgentThread(turns, "metrics").start();
    }
    return turns;
  }

  /** Waits for room; whoever accepts connections goes no faster than they are answered. */
  @Override
  public void execute(Runnable turn) {
    try {
      queue.put(turn);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException(end);
    }
  }

  @Override
  public void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        queue.take().run();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | LinkageError failed) {
        System.err.println("loadline: a request for metrics failed: " + failed);
      }
    }
  }
}
