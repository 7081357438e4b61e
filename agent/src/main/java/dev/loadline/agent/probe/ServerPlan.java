package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;

/** What answers requests from outside; all of one probe are one server. */
public final class ServerPlan {

  private final Hooks hooks;
  private final WatchedServer server;

  ServerPlan(Hooks hooks) {
    this.hooks = hooks;
    this.server = hooks.watch.server(hooks.state);
  }

  /** The requests are calls of another protocol than HTTP, with statuses of its own. */
  public ServerPlan protocol(String name) {
    server.speaks(name);
    return this;
  }

  /**
   * A method whose first parameter is one HTTP exchange, called by the thread that answers it; of
   * nested calls the outermost counts.
   */
  public ServerPlan exchange(String type, String method, Exchange exchange) {
    Point point = hooks.named(type, method, Wants.ARGUMENT);
    hooks.add(new ExchangeHook(point, hooks.state, server, exchange, hooks.watch.turns()));
    return this;
  }

  /**
   * Requests that a connection answers in order.
   *
   * @param decoders the class of what makes requests of bytes and stands for the connection
   * @param field where that is in what is given the answers
   */
  public PipelinePlan pipeline(String decoders, String field) {
    return new PipelinePlan(hooks, server, decoders, field);
  }

  /** Requests that move from thread to thread, all read alike. */
  public RequestPlan requests(Request reader) {
    OpenRequests open = new OpenRequests(server.meter(), reader, hooks.watch.turns());
    hooks.watch.follow(open);
    return new RequestPlan(hooks, open);
  }
}
