package dev.loadline.advisor.check;

import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Option;
import dev.loadline.advisor.document.resource.Memory;
import dev.loadline.advisor.document.resource.Workers;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.plan.Ladder;
import dev.loadline.collector.yaml.Problem;
import dev.loadline.collector.yaml.ProblemsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The service as it is, at the autoscaler's maximum, or as an option or a rung of the ladder would
 * make it.
 *
 * @param label as the start of a sentence: {@code now}, {@code option vertical}
 * @param path where it is written
 * @param name of the option or the rung; empty for the service as it is
 */
record Situation(String label, String path, String name, ModelFile file) {

  /** All of them, each at the autoscaler's maximum too. */
  static List<Situation> of(ModelFile file) {
    List<Situation> all = new ArrayList<>();
    for (Situation one : written(file)) {
      all.add(one);
      one.atMaximum().ifPresent(all::add);
    }
    return List.copyOf(all);
  }

  /** As they are written; changes that do not fit the model are left to a rule of their own. */
  static List<Situation> written(ModelFile file) {
    List<Situation> all = new ArrayList<>();
    all.add(new Situation("now", "service", "", file));
    Model model = file.model();
    model
        .options()
        .forEach(
            (name, option) ->
                advised(file, option)
                    .ifPresent(
                        after ->
                            all.add(
                                new Situation("option " + name, "options." + name, name, after))));
    model
        .ladder()
        .keySet()
        .forEach(
            rung ->
                changed(file, Ladder.upTo(model, rung))
                    .ifPresent(
                        after ->
                            all.add(new Situation("rung " + rung, "ladder." + rung, rung, after))));
    return List.copyOf(all);
  }

  private Optional<Situation> atMaximum() {
    Count most = model().service().maxInstances();
    if (most == null || high(most) <= high(model().service().instances())) {
      return Optional.empty();
    }
    String count = Span.text(high(most)) + " instances";
    return changed(file, Map.of("service.instances", count))
        .map(after -> new Situation(label + " at " + count, path, name, after));
  }

  private static Optional<ModelFile> advised(ModelFile file, Option option) {
    return option.advised() ? changed(file, option.changes()) : Optional.empty();
  }

  private static Optional<ModelFile> changed(ModelFile file, Map<String, String> changes) {
    try {
      return Optional.of(file.with(changes));
    } catch (ProblemsException e) {
      return Optional.empty();
    }
  }

  /** Why changes do not fit a model; empty where they do. */
  static Optional<String> problem(ModelFile file, Map<String, String> changes) {
    try {
      file.with(changes);
      return Optional.empty();
    } catch (ProblemsException e) {
      return Optional.of(
          e.problems().stream().map(Problem::message).collect(Collectors.joining("; ")));
    }
  }

  /** As the end of a sentence: {@code now}, {@code with option vertical}, {@code on rung five}. */
  String with() {
    if (isNow()) {
      return label;
    }
    return (path.startsWith("ladder.") ? "on " : "with ") + label;
  }

  Model model() {
    return file.model();
  }

  boolean isNow() {
    return name.isEmpty();
  }

  /** How many copies there are at most: 4 instances of 8 processes are 32. */
  double copies(Memory memory) {
    return switch (memory) {
      case SHARED -> 1;
      case INSTANCE -> high(model().service().instances());
      case PROCESS -> high(model().service().instances()) * processes();
    };
  }

  private double processes() {
    return model().resources().values().stream()
        .filter(Workers.class::isInstance)
        .map(Workers.class::cast)
        .filter(workers -> workers.serves() == Workers.Serves.REQUESTS)
        .findFirst()
        .map(workers -> high(workers.processes()))
        .orElse(1.0);
  }

  /** {@code 4 instances x 8 processes}, as far as they matter and are more than one. */
  String said(Memory memory) {
    double instances = high(model().service().instances());
    List<String> parts = new ArrayList<>();
    if (instances > 1) {
      parts.add(Span.text(instances) + " instances");
    }
    if (memory == Memory.PROCESS && processes() > 1) {
      parts.add(Span.text(processes()) + " processes");
    }
    return String.join(" x ", parts);
  }

  /** The upper end, or the lower one where there is no other. */
  static double high(Count count) {
    Span base = count.amount().base();
    return Double.isFinite(base.high()) ? base.high() : base.low();
  }
}
