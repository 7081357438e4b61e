package dev.loadline.advisor.ledger;

import java.util.List;

/** One line of a balance: somebody who opens connections. */
sealed interface Entry permits ClientEntry, UpstreamEntry, StandingEntry {

  /** Who that is. */
  String name();

  /** What may be opened in a state. */
  Total total(State state);

  /** The sum behind it: {@code 4 replicas x 1 worker x 60}. */
  String term(State state);

  /** The figures that the sum rests on. */
  List<Figure> figures();
}
