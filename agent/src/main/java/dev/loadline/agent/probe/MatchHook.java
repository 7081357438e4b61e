package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A server has found who answers a request. */
final class MatchHook extends Hook {

  private final OpenRequests open;
  private final Match match;

  MatchHook(Point point, ProbeState state, OpenRequests open, Match match) {
    super(point, state);
    this.open = open;
    this.match = match;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) throws Throwable {
    Object request = self == null ? null : match.request(self, argument);
    String pattern = request == null || self == null ? null : match.pattern(self, argument);
    if (request != null && pattern != null) {
      open.matched(request, pattern);
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
