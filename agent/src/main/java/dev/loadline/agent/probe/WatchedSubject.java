package dev.loadline.agent.probe;

import dev.loadline.agent.meter.TallyMeter;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** A cache or limiter of the application, held weakly, with its meter. */
public final class WatchedSubject {

  private final WeakReference<@Nullable Object> subject;
  private final int hash;
  private final SubjectTraits traits;
  private final String fallback;
  private final TallyMeter meter;
  private @Nullable String name;

  WatchedSubject(
      @Nullable Object subject, int hash, SubjectTraits traits, String fallback, TallyMeter meter) {
    this.subject = new WeakReference<>(subject);
    this.hash = hash;
    this.traits = traits;
    this.fallback = fallback;
    this.meter = meter;
  }

  boolean is(Object other, int otherHash) {
    return hash == otherHash && subject.get() == other;
  }

  boolean gone() {
    return subject.get() == null;
  }

  boolean shown() {
    return !gone()
        && (traits.unlike.isEmpty() || Reader.read(subject.get(), traits.unlike) == null);
  }

  /** The library's name with a number, by which one is called that has no name of its own. */
  String number() {
    return fallback;
  }

  int hash() {
    return hash;
  }

  /** Its measures. */
  public TallyMeter meter() {
    return meter;
  }

  /** The kind of resource, e.g. cache. */
  public String kind() {
    return traits.kind;
  }

  synchronized void name(String given) {
    name = given;
  }

  /** Its own name, or the library's with a number. */
  public synchronized String name() {
    if (name == null && !traits.name.isEmpty()) {
      Object own = Reader.read(subject.get(), traits.name);
      name = own instanceof String ? (String) own : null;
    }
    return name == null ? fallback : name;
  }

  /** Units at most, of rates per second; null if it does not say, or counts something else. */
  public @Nullable Double limit() {
    Object of = subject.get();
    boolean weighted =
        !traits.weighted.isEmpty() && !Boolean.FALSE.equals(Reader.read(of, traits.weighted));
    Double limit = weighted ? null : Reader.number(of, traits.limit);
    if (limit == null || limit < 0 || traits.period.isEmpty()) {
      return limit == null || limit < 0 ? null : limit;
    }
    Double nanos = Reader.number(of, traits.period);
    return nanos == null || nanos <= 0 ? null : (Double) (limit / nanos * 1e9);
  }

  /** Units occupied now; null if it does not say. */
  public @Nullable Double inUse() {
    return Reader.number(subject.get(), traits.inUse);
  }
}
