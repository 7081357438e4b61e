package dev.loadline.advisor.headroom;

import dev.loadline.advisor.capacity.Objective;
import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.collector.signal.SignalReader;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The latest answer of every service. Refreshed on a worker at an interval, read from anywhere. */
public final class Board {
  private final SignalReader signals;
  private final Map<String, Watched> watched;
  private final HeadroomEvaluator evaluator = new HeadroomEvaluator();
  private volatile SortedMap<String, ServiceHeadroom> latest = Collections.emptySortedMap();

  /** What is configured for a service. */
  public record Watched(Objective objective, @Nullable ModelFile document) {

    @Nullable Model model() {
      return document == null ? null : document.model();
    }
  }

  /** Services that are not in {@code watched} are answered for with {@link Objective#DEFAULT}. */
  public Board(SignalReader signals, Map<String, Watched> watched) {
    this.signals = signals;
    this.watched = Map.copyOf(watched);
  }

  /** Evaluates every service anew; blocks while it reads. */
  public SortedMap<String, ServiceHeadroom> refresh(Instant now) {
    SortedSet<String> services = new TreeSet<>(signals.services());
    services.addAll(watched.keySet());
    SortedMap<String, ServiceHeadroom> answers = new TreeMap<>();
    for (String service : services) {
      Watched how = watched.getOrDefault(service, new Watched(Objective.DEFAULT, null));
      answers.put(service, evaluator.evaluate(service, signals, how.objective(), how.model(), now));
    }
    latest = Collections.unmodifiableSortedMap(answers);
    return latest;
  }

  public SortedMap<String, ServiceHeadroom> latest() {
    return latest;
  }

  public Optional<ServiceHeadroom> latest(String service) {
    return Optional.ofNullable(latest.get(service));
  }

  /** What was measured, for those who draw it. */
  public SignalReader signals() {
    return signals;
  }

  /** The model that a service is held against; null where none is bound. */
  public @Nullable ModelFile document(String service) {
    Watched how = watched.get(service);
    return how == null ? null : how.document();
  }
}
