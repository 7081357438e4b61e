package dev.loadline.lab.starts;

/** Starts of one shape on one JDK, compared with the one without the agent. */
final class Count {
  private final End bare;
  private int starts;
  private int hung;
  private int otherExit;
  private int otherOutput;

  /** Nothing counted yet; without the agent it ended like this. */
  Count(End bare) {
    this.bare = bare;
  }

  /** One more start with the agent. */
  synchronized void add(End end) {
    starts++;
    if (end.hung()) {
      hung++;
    } else if (!end.exit().equals(bare.exit())) {
      otherExit++;
    } else if (!end.out().equals(bare.out())) {
      otherOutput++;
    }
  }

  synchronized int starts() {
    return starts;
  }

  synchronized int hung() {
    return hung;
  }

  synchronized int otherExit() {
    return otherExit;
  }

  synchronized int otherOutput() {
    return otherOutput;
  }

  End bare() {
    return bare;
  }

  /** Whether every start ended as it does without the agent, which must itself come to an end. */
  boolean holds() {
    return !bare.hung() && hung() + otherExit() + otherOutput() == 0;
  }
}
