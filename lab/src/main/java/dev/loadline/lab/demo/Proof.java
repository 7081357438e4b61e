package dev.loadline.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.loadline.lab.load.LoadGenerator;
import dev.loadline.lab.load.LoadReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Predicts the capacity at 40 % load, freezes the prediction, pushes the shop over its limit and
 * measures what it really serves.
 */
public final class Proof {
  private static final int WATCH_SECONDS = 45;
  private static final int RAMP_SECONDS = 10;
  private static final int MEASURE_SECONDS = 45;
  private static final int MOST_SECONDS_TO_A_FIGURE = 120;
  private static final double OVER = 1.3;

  private final DemoSettings settings;
  private final Rig rig;
  private final PrintWriter out;

  /** A proof on a rig that was started. */
  public Proof(DemoSettings settings, Rig rig, PrintWriter out) {
    this.settings = settings;
    this.rig = rig;
    this.out = out;
  }

  /** Takes about two minutes. */
  public Outcome run(String machine) throws InterruptedException, IOException {
    Prediction prediction = predict();
    double offered = OVER * Math.max(prediction.capacity(), DemoSettings.DOCUMENTED_CAPACITY);
    say(
        "pushing with %.0f requests/s, %d s of ramp and %d s measured"
            .formatted(offered, RAMP_SECONDS, MEASURE_SECONDS));
    return push(prediction, offered, machine);
  }

  private Prediction predict() throws InterruptedException, IOException {
    try (LoadGenerator load = rig.load(settings.requestsPerSecond(), settings.seed())) {
      say(
          "watching %d s of %.0f requests/s"
              .formatted(WATCH_SECONDS, settings.requestsPerSecond()));
      TimeUnit.SECONDS.sleep(WATCH_SECONDS);
      JsonNode answer = figure();
      say("load so far: " + load.report().summary());
      Prediction prediction = Prediction.freeze(answer);
      Path file = settings.directory().resolve("prediction.json");
      Files.writeString(file, prediction.json());
      say("predicted %s".formatted(Figures.line(answer)));
      say("because   %s".formatted(answer.at("/capacity/explanation").asText()));
      say("frozen in %s, SHA-256 %s".formatted(file, prediction.sha256()));
      return prediction;
    }
  }

  private JsonNode figure() throws InterruptedException {
    Answers answers = new Answers(rig.loadline());
    JsonNode answer = answers.headroom();
    for (int waited = 0; !Figures.suffices(answer) && waited < MOST_SECONDS_TO_A_FIGURE; waited++) {
      TimeUnit.SECONDS.sleep(1);
      answer = answers.headroom();
    }
    return answer;
  }

  private Outcome push(Prediction prediction, double offered, String machine)
      throws InterruptedException {
    try (LoadGenerator load = rig.load(offered, settings.seed() + 1)) {
      TimeUnit.SECONDS.sleep(RAMP_SECONDS);
      LoadReport before = load.report();
      TimeUnit.SECONDS.sleep(MEASURE_SECONDS);
      LoadReport after = load.report();
      say("load: " + after.summary());
      double measured = after.successRateSince(before);
      Outcome outcome = new Outcome(prediction, after.offeredRateSince(before), measured, machine);
      say(
          "predicted %.1f (%.1f–%.1f), measured %.1f requests/s: error %+.1f %%, %s the interval%s"
              .formatted(
                  prediction.capacity(),
                  prediction.low(),
                  prediction.high(),
                  measured,
                  100 * prediction.error(measured),
                  prediction.covers(measured) ? "inside" : "outside",
                  outcome.limitReached()
                      ? ""
                      : "; the limit was not reached, so this proves nothing"));
      return outcome;
    }
  }

  private void say(String line) {
    out.println("  " + line);
    out.flush();
  }
}
