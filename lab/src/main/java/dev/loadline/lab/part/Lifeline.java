package dev.loadline.lab.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Ties the life of this process to a pipe: when the other end is closed, by intent or because its
 * owner was killed, the process exits in good order, with its shutdown hooks.
 */
public final class Lifeline {
  private Lifeline() {}

  /**
   * Keeps the process alive until {@code pipe} ends, then exits with 0; what comes out of it is
   * ignored. Called last, when everything else was started: what fails before ends the process by
   * itself.
   */
  public static void holdOn(InputStream pipe) {
    Thread watcher = new Thread(() -> exitAtEndOf(pipe), "lifeline");
    watcher.start();
  }

  private static void exitAtEndOf(InputStream pipe) {
    try {
      pipe.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      // A broken pipe says the same as a closed one: nobody is there any more.
    }
    System.exit(0);
  }
}
