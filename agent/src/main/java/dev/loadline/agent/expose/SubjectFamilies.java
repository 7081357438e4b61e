package dev.loadline.agent.expose;

import dev.loadline.agent.meter.Histogram;
import dev.loadline.agent.meter.Occupancy;
import dev.loadline.agent.meter.TallyMeter;
import dev.loadline.agent.probe.Subjects;
import dev.loadline.agent.probe.Watch;
import dev.loadline.agent.probe.WatchedSubject;
import java.util.HashSet;
import java.util.Set;

/** Caches and limiters. */
final class SubjectFamilies {

  private SubjectFamilies() {}

  static void add(Watch watch, ResourceFamilies resources, long now) {
    Set<String> taken = new HashSet<>();
    for (Subjects subjects : watch.subjects()) {
      for (WatchedSubject subject : subjects.all()) {
        String name = unique(subject.kind(), subject.name(), subjects.library(), taken);
        add(subject, resources, now, subject.kind(), name, subjects.library());
      }
    }
  }

  /** Two of one name are told apart by a number. */
  private static String unique(String kind, String name, String library, Set<String> taken) {
    String unique = name;
    for (int i = 2; !taken.add(kind + "/" + library + "/" + unique); i++) {
      unique = name + "-" + i;
    }
    return unique;
  }

  private static void add(
      WatchedSubject subject, ResourceFamilies resources, long now, String... labels) {
    TallyMeter meter = subject.meter();
    Double limit = subject.limit();
    if (limit != null) {
      resources.limit(limit, labels);
    }
    if ("cache".equals(subject.kind())) {
      resources.lookups(meter.yes(), meter.no(), labels);
      Double inUse = subject.inUse();
      if (inUse != null) {
        resources.inUse(inUse, labels);
      }
      return;
    }
    Histogram.Counts waits = meter.waitCounts();
    resources.permits(meter.yes(), meter.no(), labels);
    if (waits != null) {
      resources.waits(waits, labels);
    }
    Occupancy.Reading out = meter.out(now);
    if (out != null) {
      resources.occupancy(out, labels);
    }
  }
}
