package dev.loadline.agent.probe;

import dev.loadline.agent.meter.RequestMeter;

/** The servers of one library in this application, with their meter. */
public final class WatchedServer {

  private final ProbeState probe;
  private final RequestMeter meter;
  private String protocol = "http";

  WatchedServer(ProbeState probe, RequestMeter meter) {
    this.probe = probe;
    this.meter = meter;
  }

  void speaks(String other) {
    protocol = other;
  }

  /** What its requests are made in: http or grpc. */
  public String protocol() {
    return protocol;
  }

  /** The library that the server is of. */
  public String library() {
    return probe.name();
  }

  /** Whether the library is there and its probe fits. */
  public boolean matched() {
    return "matched".equals(probe.word());
  }

  /** Its measures. */
  public RequestMeter meter() {
    return meter;
  }
}
