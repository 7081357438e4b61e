package dev.loadline.agent.probe;

import dev.loadline.agent.meter.RequestMeter;
import dev.loadline.agent.meter.TallyMeter;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * One server that a library of this application talks to: its operations, and what was found there
 * and what was not. The method of a {@link dev.loadline.agent.meter.Route} is the operation, its
 * path the class of what was thrown or of the error that was answered, or empty.
 */
public final class WatchedClient {

  private final Clients clients;
  private final @Nullable Object host;
  private final int port;
  private final RequestMeter meter;
  private final KeyPrefixes prefixes;
  private final TallyMeter[] lookups;

  WatchedClient(
      Clients clients, @Nullable Object host, int port, RequestMeter meter, KeyPrefixes prefixes) {
    this.clients = clients;
    this.host = host;
    this.port = port;
    this.meter = meter;
    this.prefixes = prefixes;
    lookups = new TallyMeter[prefixes.count() + 1];
    for (int i = 0; i < lookups.length; i++) {
      lookups[i] = TallyMeter.counts();
    }
  }

  boolean is(@Nullable Object otherHost, int otherPort) {
    return port == otherPort && (host == null ? otherHost == null : host.equals(otherHost));
  }

  void found(boolean there, @Nullable Object key, int stripe) {
    TallyMeter tally = lookups[prefixes.of(key)];
    if (there) {
      tally.yes(1, stripe);
    } else {
      tally.no(1, stripe);
    }
  }

  /** The library that talks to the server. */
  public String library() {
    return clients.state.name();
  }

  /** Whether the library's probe fits. */
  public boolean works() {
    return clients.state.works();
  }

  /** Whether it is asked over HTTP; the operation is the request's method, the status is there. */
  public boolean http() {
    return clients.http();
  }

  /** The server's host as the application named it; unknown where that is not seen. */
  public String address() {
    if (host instanceof InetSocketAddress) {
      return ((InetSocketAddress) host).getHostString();
    }
    return host instanceof String ? (String) host : "unknown";
  }

  /** The server's port, or nothing where it is not seen. */
  public String port() {
    return port > 0 ? Integer.toString(port) : "";
  }

  /** Operations in flight and durations. */
  public RequestMeter meter() {
    return meter;
  }

  /** How many prefixes of keys are told apart; the rest is told under the next number. */
  public int prefixes() {
    return prefixes.count();
  }

  /** The prefix of this number. */
  public String prefix(int number) {
    return number < prefixes.count() ? prefixes.text(number) : "other";
  }

  /** What was found and what was not, of keys with the prefix of this number. */
  public TallyMeter lookups(int number) {
    return lookups[number];
  }
}
