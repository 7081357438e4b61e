package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import java.util.List;
import java.util.Optional;

/** How many processes a container runs, each with its own pools. */
final class Processes {
  private static final List<String> VARIABLES =
      List.of("UVICORN_WORKERS", "GUNICORN_WORKERS", "PUMA_WORKERS", "WEB_CONCURRENCY");

  private Processes() {}

  static Figure of(String client, Container container) {
    Words words = container.commandLine();
    Variables variables = new Variables(container.environment());
    Optional<Figure> set =
        option(words)
            .or(() -> gunicorn(variables))
            .or(
                () ->
                    variables.first(VARIABLES).map(named -> figure(named.setting(), named.name())))
            .or(() -> celery(client, words, variables));
    return set.orElseGet(
        () -> Figure.assumed(1, client + ": 1 process in each instance, since nothing sets more"));
  }

  private static Optional<Figure> option(Words words) {
    boolean brief = words.calls("gunicorn", "uvicorn", "hypercorn", "puma");
    return (brief ? words.option("--workers", "-w") : words.option("--workers"))
        .map(setting -> figure(setting, "--workers"));
  }

  private static Optional<Figure> gunicorn(Variables variables) {
    return variables
        .first(List.of("GUNICORN_CMD_ARGS"))
        .flatMap(named -> new Words(List.of(named.setting())).option("--workers", "-w"))
        .map(setting -> figure(setting, "--workers in GUNICORN_CMD_ARGS"));
  }

  private static Optional<Figure> celery(String client, Words words, Variables variables) {
    if (!words.calls("celery") || words.calls("beat")) {
      return Optional.empty();
    }
    return Optional.of(
        words
            .option("--concurrency", "-c")
            .map(setting -> figure(setting, "--concurrency"))
            .or(
                () ->
                    variables
                        .first(List.of("CELERYD_CONCURRENCY", "CELERY_WORKER_CONCURRENCY"))
                        .map(named -> figure(named.setting(), named.name())))
            .orElseGet(
                () ->
                    Figure.unknown(
                        client + ": celery starts a process for every core; write --concurrency")));
  }

  /** No worker at all means that the one process does the work. */
  private static Figure figure(Setting setting, String name) {
    Figure figure = setting.number(name);
    Integer value = figure.value();
    return value != null && value == 0 ? Figure.known(1, setting.where()) : figure;
  }
}
