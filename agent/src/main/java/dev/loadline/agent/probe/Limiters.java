package dev.loadline.agent.probe;

import dev.loadline.agent.meter.TallyMeter;

/** The limiters of one library: of rates, or of calls at a time. */
final class Limiters extends Subjects {

  private final boolean returned;
  private final boolean together;

  /**
   * @param returned whether permits come back
   * @param together whether all count as one, by the library's name
   */
  Limiters(ProbeState state, SubjectTraits traits, boolean returned, boolean together) {
    super(state, traits, together ? state.name() : "other");
    this.returned = returned;
    this.together = together;
  }

  @Override
  TallyMeter meterOf(Object subject, long now) {
    return together ? other(now) : super.meterOf(subject, now);
  }

  @Override
  TallyMeter meter(long now) {
    return returned ? TallyMeter.occupancy(now) : TallyMeter.waits();
  }
}
