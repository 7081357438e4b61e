package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;

/** What is called at other servers; it is counted by server. */
public final class ClientPlan {

  private static final String CANCELLED = "java.util.concurrent.CancellationException";

  private final Hooks hooks;
  private final ProbeState state;
  private final Clients clients;

  ClientPlan(Hooks hooks) {
    this.hooks = hooks;
    this.state = hooks.state;
    this.clients = hooks.watch.clients(hooks.state);
  }

  /**
   * Methods whose names begin so, public or not, in which the application makes an HTTP request.
   */
  public ClientPlan calls(String type, String prefix, Outgoing calls) {
    clients.overHttp();
    Point point = hooks.beginning(type, prefix, Wants.CALL).hidden();
    hooks.add(new CallHook(point, state, clients, calls));
    return this;
  }

  /**
   * A connection over which commands are answered in the order in which they were sent: its methods
   * that send one, whatever their shape; that read one answer; and that hang up.
   */
  public ClientPlan conversation(
      String type, String send, String read, String hangUp, Commands commands) {
    Point sent = hooks.named(type, send, Wants.BOTH).hidden();
    Point answered = hooks.named(type, read, Wants.RESULT).hidden().parameters(0);
    Point ended = hooks.named(type, hangUp, Wants.NOTHING).parameters(0);
    hooks.add(new SendHook(sent, state, clients, commands));
    hooks.add(new AnsweredHook(answered, state, clients, commands));
    hooks.add(new HangUpHook(ended, state, clients));
    return this;
  }

  /**
   * Commands that are objects: the method of the connection that takes one or a list of them, and
   * the class whose methods complete, completeExceptionally and cancel end one.
   */
  public ClientPlan dispatch(
      String connection, String method, String command, Dispatched commands) {
    Point given = hooks.named(connection, method, Wants.ARGUMENT).parameters(1);
    Point done = hooks.named(command, "complete", Wants.NOTHING).parameters(0);
    Point failed = hooks.named(command, "completeExceptionally", Wants.ARGUMENT).parameters(1);
    Point cancelled = hooks.named(command, "cancel", Wants.NOTHING).parameters(0);
    hooks.add(new DispatchHook(given, state, clients, commands));
    hooks.add(new EndHook(done, state, clients, commands, ""));
    hooks.add(new EndHook(failed, state, clients, commands, "_OTHER"));
    hooks.add(new EndHook(cancelled, state, clients, commands, CANCELLED));
    return this;
  }
}
