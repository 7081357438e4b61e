package dev.loadline.lab.part;

import java.io.IOException;
import java.io.InputStream;

/**
 * Ties the life of this process to a pipe: when the other end is closed, by intent or because its
 * owner was killed, the process exits in good order, with its shutdown hooks.
 */
public final class Lifeline {
  private Lifeline() {}

  /** Exits with 0 as soon as {@code pipe} ends; what is written into it is ignored. */
  public static void holdOn(InputStream pipe) {
    Thread watcher = new Thread(() -> exitAtEndOf(pipe), "lifeline");
    watcher.setDaemon(true);
    watcher.start();
  }

  private static void exitAtEndOf(InputStream pipe) {
    try {
      pipe.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException broken) {
      // A broken pipe says the same as a closed one: nobody is there any more.
    }
    System.exit(0);
  }
}
