package dev.loadline.advisor.document.resource;

import dev.loadline.advisor.document.unit.Amount;
import dev.loadline.advisor.document.unit.Measured;
import dev.loadline.advisor.document.unit.Seconds;
import dev.loadline.advisor.document.unit.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What surrounds a resource, with every range read at one point of it. */
public interface Site {

  /** The figure in base units, read at this point of its range. */
  double of(Measured figure);

  /**
   * The figure as sums use it, for people: {@code 100 ms}, or {@code 50-200 ms} if none is chosen.
   */
  static String said(Measured figure) {
    Amount amount = figure.amount();
    return amount.used() == null
        ? amount.toString()
        : (Span.text(amount.used()) + " " + amount.unit()).strip();
  }

  default double of(@Nullable Measured figure, double otherwise) {
    return figure == null ? otherwise : of(figure);
  }

  /** Instances of the service. */
  double instances();

  /** Processes of one instance that serve requests, each with pools and memory of its own. */
  double processes();

  /** Share of requests' reads that no cache answers: a hit rate of 60 % leaves 0.4. */
  double missed();

  /** How long a request takes, where the model states it of the whole service. */
  Optional<Seconds> response();

  /** What a pool's or writer's {@code server} names; empty where the model says nothing of it. */
  Optional<Server> server(String name);

  Optional<Pooler> pooler(String name);

  /** How many copies of something there are that each process, each instance, or all share. */
  default double copies(Memory memory) {
    return switch (memory) {
      case PROCESS -> instances() * processes();
      case INSTANCE -> instances();
      case SHARED -> 1;
    };
  }
}
