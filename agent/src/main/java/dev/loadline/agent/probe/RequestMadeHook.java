package dev.loadline.agent.probe;

import org.jspecify.annotations.Nullable;

/** A request has been made of bytes; the object that made it stands for the connection. */
final class RequestMadeHook extends Hook {

  private final Pipelined requests;
  private final String decoders;
  private final Getter method;
  private final Getter name = Getter.of("name");

  RequestMadeHook(
      Point point, ProbeState state, Pipelined requests, String decoders, Getter method) {
    super(point, state);
    this.requests = requests;
    this.decoders = decoders;
    this.method = method;
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return self != null && self.getClass().getName().equals(decoders) ? now : 0L;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object request,
      @Nullable Throwable thrown)
      throws Throwable {
    if (self != null && request != null && thrown == null) {
      requests.asked(self, name.text(method.get(request)), since, stripe());
    }
  }

  @Override
  void forget(long now) {
    requests.forget(now);
  }
}
