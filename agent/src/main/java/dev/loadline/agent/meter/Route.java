package dev.loadline.agent.meter;

/** One kind of request: method, route and status, and how long such requests took. */
public final class Route {

  /** The method and route under which kinds beyond the limit are added up. */
  static final String OTHER = "other";

  private final String method;
  private final String path;
  private final int status;
  private final Histogram durations = new Histogram(Stripes.FEW);

  Route(String method, String path, int status) {
    this.method = method;
    this.path = path;
    this.status = status;
  }

  static int hash(String method, String path, int status) {
    int hash = (method.hashCode() * 31 + path.hashCode()) * 31 + status;
    return (hash ^ hash >>> 16) * 0x9E3779B1;
  }

  boolean is(String otherMethod, String otherPath, int otherStatus) {
    return status == otherStatus && path.equals(otherPath) && method.equals(otherMethod);
  }

  Histogram durationMeter() {
    return durations;
  }

  /** The request method. */
  public String method() {
    return method;
  }

  /** The pattern that the server matched, never the path that was asked for. */
  public String path() {
    return path;
  }

  /** The response status; 0 where none was sent by the time the handler returned. */
  public int status() {
    return status;
  }

  /** Durations of these requests. */
  public Histogram.Counts durations() {
    return durations.read();
  }
}
