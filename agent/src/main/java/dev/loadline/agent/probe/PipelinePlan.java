package dev.loadline.agent.probe;

import dev.loadline.agent.probe.Point.Wants;

/**
 * The requests of a server in a pipeline of two parts: one that makes requests of bytes, which
 * stands for the connection, and one that has it in a field and is given the answers.
 */
public final class PipelinePlan {

  private final Hooks hooks;
  private final Pipelined requests;
  private final String decoders;
  private final String path;

  PipelinePlan(Hooks hooks, WatchedServer server, String decoders, String field) {
    this.hooks = hooks;
    this.decoders = decoders;
    path = "this." + field;
    requests = new Pipelined(server);
    hooks.watch.follow(requests);
  }

  /** A method, public or not, whose result is a request; and the getter of its method. */
  public PipelinePlan asked(String type, String method, String getter) {
    Point point = hooks.named(type, method, Wants.CALL).hidden();
    hooks.add(new RequestMadeHook(point, hooks.state, requests, decoders, Getter.of(getter)));
    return this;
  }

  /** A public method whose second argument is the answer, or part of one, or something else. */
  public PipelinePlan answered(String type, String method, Answer answer) {
    Point point = hooks.named(type, method, Wants.ENTRY).subject(path).owner("1");
    hooks.add(new AnswerPartHook(point, hooks.state, requests, decoders, answer));
    return this;
  }

  /** A public method after which nothing is answered any more. */
  public PipelinePlan lost(String type, String method) {
    Point point = hooks.named(type, method, Wants.ENTRY).subject(path);
    hooks.add(new AnswerPartHook(point, hooks.state, requests, decoders, null));
    return this;
  }
}
