package dev.loadline.agent.probe;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells an acquire that ran out of time from one that failed. Every library has its own exception
 * for that, often inside a {@link java.sql.SQLException}: known by its class or a class above it,
 * or where it is one of the JDK by what it says. No method is called that an application could have
 * written, and a class is judged once.
 */
public final class Timeouts {

  private static final int DEEPEST = 5;

  private final Set<String> types;
  private final String[] texts;
  private @Nullable String coded;
  private @Nullable Getter code;
  private int late;
  private final Verdicts verdicts = new Verdicts();

  private Timeouts(Set<String> types, String... texts) {
    this.types = types;
    this.texts = texts;
  }

  /** Exceptions of these classes. */
  public static Timeouts of(String... types) {
    return new Timeouts(new HashSet<>(Arrays.asList(types)));
  }

  /** And those of the JDK whose message contains one of these texts. */
  public Timeouts saying(String... some) {
    return new Timeouts(types, some);
  }

  /** And exceptions of this class whose getter gives this number. */
  public Timeouts coded(String type, String getter, int number) {
    coded = type;
    code = Getter.ofInt(getter);
    late = number;
    return this;
  }

  boolean is(@Nullable Throwable thrown) {
    Throwable at = thrown;
    for (int i = 0; i < DEEPEST && at != null; i++) {
      Verdict verdict = verdicts.get(at.getClass());
      if (verdict == Verdict.TIMEOUT
          || (verdict == Verdict.ASK && says(at.getMessage()))
          || (verdict == Verdict.CODED && hasCode(at))) {
        return true;
      }
      at = verdict == Verdict.ASK ? at.getCause() : null;
    }
    return false;
  }

  private boolean hasCode(Throwable at) {
    try {
      return code != null && code.number(at) == late;
    } catch (Throwable unreadable) {
      return false;
    }
  }

  private boolean says(@Nullable String message) {
    for (String text : texts) {
      if (message != null && message.contains(text)) {
        return true;
      }
    }
    return false;
  }

  private enum Verdict {
    TIMEOUT,
    /** One of the JDK, whose message and cause may be asked for. */
    ASK,
    /** One that has a number. */
    CODED,
    OTHER
  }

  private final class Verdicts extends ClassValue<Verdict> {
    @Override
    protected Verdict computeValue(Class<?> type) {
      for (Class<?> at = type; at != null; at = at.getSuperclass()) {
        if (types.contains(at.getName())) {
          return Verdict.TIMEOUT;
        }
        if (at.getName().equals(coded)) {
          return Verdict.CODED;
        }
      }
      return type.getName().startsWith("java.") ? Verdict.ASK : Verdict.OTHER;
    }
  }
}
