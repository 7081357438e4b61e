package dev.loadline.agent.probe;

import dev.loadline.agent.meter.Frames;
import dev.loadline.agent.meter.TallyMeter;

/** The caches of one library, and the lookups that threads are in. */
final class Caches extends Subjects {

  final Frames frames = new Frames();

  Caches(ProbeState state, SubjectTraits traits) {
    super(state, traits);
  }

  @Override
  TallyMeter meter(long now) {
    return TallyMeter.counts();
  }

  @Override
  void forget(long now) {
    frames.clear();
  }
}
