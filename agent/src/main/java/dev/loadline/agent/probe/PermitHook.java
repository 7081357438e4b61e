package dev.loadline.agent.probe;

import dev.loadline.agent.meter.TallyMeter;
import org.jspecify.annotations.Nullable;

/**
 * A limiter is asked for permits, as many as the first argument says if it is a number, otherwise
 * one. What throws counts as neither granted nor refused.
 */
final class PermitHook extends Hook {

  /** How the result tells the answer. */
  enum Answer {
    /** A false refuses; anything else, or nothing, grants. */
    FALSE_REFUSES,
    /** Nanoseconds after which the permits may be used; below zero or endless they are refused. */
    NANOS,
    /** As many as there were. */
    GRANTED,
    /** An object that says whether it was granted. */
    OBJECT
  }

  private final Limiters limiters;
  private final Answer answer;
  private final Getter granted;

  /**
   * @param getter of the result, where that is an object
   */
  PermitHook(Point point, ProbeState state, Limiters limiters, Answer answer, String getter) {
    super(point, state);
    this.limiters = limiters;
    this.answer = answer;
    this.granted = Getter.of(getter);
  }

  @Override
  long enter(@Nullable Object self, @Nullable Object argument, long now) {
    return now;
  }

  @Override
  void exit(
      long since,
      @Nullable Object self,
      @Nullable Object argument,
      @Nullable Object result,
      @Nullable Throwable thrown)
      throws Throwable {
    if (self == null || thrown != null) {
      return;
    }
    long waited = System.nanoTime() - since;
    long permits = argument instanceof Number ? ((Number) argument).longValue() : 1;
    TallyMeter meter = limiters.meterOf(self, since);
    if (answer == Answer.GRANTED) {
      count(meter, number(result), true, waited);
    } else if (answer == Answer.NANOS) {
      long nanos = number(result);
      boolean granted = nanos >= 0 && nanos != Long.MAX_VALUE;
      count(meter, permits, granted, granted ? waited + nanos : waited);
    } else {
      Object said = answer == Answer.OBJECT && result != null ? granted.get(result) : result;
      count(meter, permits, !Boolean.FALSE.equals(said), waited);
    }
  }

  private static long number(@Nullable Object result) {
    return result instanceof Number ? ((Number) result).longValue() : 0;
  }

  private static void count(TallyMeter meter, long permits, boolean granted, long waited) {
    int stripe = stripe();
    meter.waited(waited, stripe);
    if (granted) {
      meter.yes(permits, stripe);
      meter.begin(System.nanoTime(), stripe);
    } else {
      meter.no(permits, stripe);
    }
  }
}
