package dev.loadline.advisor.cli;

import dev.loadline.advisor.capacity.Objective;
import dev.loadline.collector.yaml.Default;
import dev.loadline.collector.yaml.Ratio;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is configured for one service.
 *
 * @param objective what its users are promised; {@link Objective#DEFAULT} where it is left out
 * @param document a built-in model's name or a file to hold against live data
 */
record ServiceSettings(@Nullable ObjectiveSettings objective, @Nullable String document) {

  /** {@code {p95: 200ms, waiting: 1%}}. */
  record ObjectiveSettings(@Nullable Duration p95, @Default("5%") Ratio waiting) {

    ObjectiveSettings {
      if (!(waiting.value() > 0 && waiting.value() < 1)) {
        throw new IllegalArgumentException("waiting lies between 0 and 100 %, as in 1%");
      }
    }
  }

  Objective promised() {
    return objective == null
        ? Objective.DEFAULT
        : new Objective(objective.p95(), objective.waiting().value());
  }
}
