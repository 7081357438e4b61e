package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;

/** Databases that have one writer. */
public final class WriterPlan {

  private final Hooks hooks;
  private final Writers writers;

  WriterPlan(Hooks hooks, String prefix, String... addresses) {
    this.hooks = hooks;
    this.writers = hooks.watch.writers(hooks.state, prefix, addresses);
  }

  /** Methods of a statement, which keeps its text in a field {@code sql}, whose names begin so. */
  public WriterPlan statement(String type, String prefix) {
    return add(hooks.beginning(type, prefix, Wants.SQL));
  }

  /** A method of a connection, with so many parameters, that ends the transaction, if it has it. */
  public WriterPlan ends(String type, String method, int parameters) {
    return add(hooks.named(type, method, Wants.NOTHING).parameters(parameters).optional());
  }

  private WriterPlan add(Point point) {
    hooks.add(new WriteHook(point, hooks.state, writers));
    return this;
  }
}
