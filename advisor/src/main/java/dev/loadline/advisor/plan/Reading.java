package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.resource.Cache;
import dev.loadline.advisor.document.resource.Pooler;
import dev.loadline.advisor.document.resource.Server;
import dev.loadline.advisor.document.resource.Site;
import dev.loadline.advisor.document.resource.Workers;
import dev.loadline.advisor.document.unit.Measured;
import dev.loadline.advisor.document.unit.Seconds;
import java.util.List;
import java.util.Optional;

/** A model with each of its ranges read at one point. */
final class Reading implements Site {
  private final ModelFile file;
  private final Picks picks;

  Reading(ModelFile file, Picks picks) {
    this.file = file;
    this.picks = picks;
  }

  Model model() {
    return file.model();
  }

  @Override
  public double of(Measured figure) {
    return picks.of(file.paths().pathOf(figure), figure.amount());
  }

  /** All of them together. */
  double sum(List<? extends Measured> figures) {
    return figures.stream().mapToDouble(this::of).sum();
  }

  @Override
  public double instances() {
    return of(model().service().instances());
  }

  @Override
  public double processes() {
    return workers().map(workers -> of(workers.processes())).orElse(1.0);
  }

  /** Who answers requests. */
  Optional<Workers> workers() {
    return model().resources().values().stream()
        .filter(Workers.class::isInstance)
        .map(Workers.class::cast)
        .filter(workers -> workers.serves() == Workers.Serves.REQUESTS)
        .findFirst();
  }

  @Override
  public double missed() {
    return model().resources().values().stream()
        .filter(Cache.class::isInstance)
        .mapToDouble(cache -> ((Cache) cache).missed(this))
        .reduce(1, (a, b) -> a * b);
  }

  @Override
  public Optional<Seconds> response() {
    return Optional.ofNullable(model().service().response());
  }

  @Override
  public Optional<Server> server(String name) {
    return Optional.ofNullable(model().servers().get(name));
  }

  @Override
  public Optional<Pooler> pooler(String name) {
    return Optional.ofNullable(model().poolers().get(name));
  }
}
