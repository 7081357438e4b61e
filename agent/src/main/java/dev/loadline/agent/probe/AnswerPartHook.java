package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** Part of an answer is given to a connection, or the connection ends. */
final class AnswerPartHook extends Hook {

  private final Pipelined requests;
  private final String decoders;
  private final @Nullable Answer answer;

  /**
   * @param decoders the class of what stands for the connections that are meant
   * @param answer null if the connection ends
   */
  AnswerPartHook(
      Point point, ProbeState state, Pipelined requests, String decoders, @Nullable Answer answer) {
    super(point, state);
    this.requests = requests;
    this.decoders = decoders;
    this.answer = answer;
  }

  @Override
  long enter(@Nullable Object connection, @Nullable Object part, long now) throws Throwable {
    if (connection == null || !connection.getClass().getName().equals(decoders)) {
      return 0L;
    }
    if (answer == null) {
      requests.lost(connection, now, stripe());
      return 0L;
    }
    int status = part == null ? 0 : answer.begins(part);
    if (status > 0) {
      requests.begun(connection, status);
    }
    if (part != null && answer.ends(part)) {
      requests.complete(connection, now, stripe());
    }
    return 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown) {}
}
