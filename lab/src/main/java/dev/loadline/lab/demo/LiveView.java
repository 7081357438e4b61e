package dev.loadline.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Prints what to look at, then a line every five seconds until the time is over. */
public final class LiveView {
  private static final int EVERY_SECONDS = 5;

  private final URI loadline;
  private final PrintWriter out;
  private boolean explained;

  /** A view of the Loadline at {@code loadline}. */
  public LiveView(URI loadline, PrintWriter out) {
    this.loadline = loadline;
    this.out = out;
  }

  /** Says where to look. */
  public void open() {
    out.println();
    out.printf("  Look at    %-44s the page%n", loadline + "/");
    out.printf("             %-44s the answer with the sums behind it%n", loadline + "/headroom");
    out.printf("             %-44s for Prometheus%n", loadline + "/metrics");
    out.printf(
        "             %-44s what the team's document claims%n", loadline + "/documents/capsules");
    out.println("  Ctrl-C stops everything.");
    out.println();
    out.flush();
  }

  /** Watches for {@code duration}. */
  public void watch(Duration duration) throws InterruptedException {
    Answers answers = new Answers(loadline);
    long start = System.nanoTime();
    for (long elapsed = 0; elapsed < duration.toSeconds(); elapsed = secondsSince(start)) {
      show(elapsed, answers);
      TimeUnit.SECONDS.sleep(Math.min(EVERY_SECONDS, Math.max(1, duration.toSeconds() - elapsed)));
    }
  }

  private void show(long elapsed, Answers answers) throws InterruptedException {
    JsonNode headroom = answers.headroom();
    out.printf("  %4d s  %s%n", elapsed, Figures.line(headroom));
    if (!explained && Figures.suffices(headroom)) {
      explained = true;
      out.println();
      out.println(Figures.explained(headroom, answers.document()));
    }
    out.flush();
  }

  private static long secondsSince(long start) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
  }
}
