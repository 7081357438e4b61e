package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.Sample;
import dev.loadline.collector.signal.Series;
import dev.loadline.collector.signal.Signal;

/**
 * A reading before it is settled which resource it belongs to and who speaks for it.
 *
 * @param inName whether the resource's name stood in the metric's, where only letters, digits and
 *     underscores can be
 */
record Found(Reading reading, Table table, boolean inName) {

  Resource resource() {
    return reading.sample().series().resource();
  }

  Signal signal() {
    return reading.sample().series().signal();
  }

  double value() {
    return reading.sample().value();
  }

  boolean sees(Table other, Series series) {
    return table.equals(other) && reading.sample().series().equals(series);
  }

  Found with(Resource other) {
    Series old = reading.sample().series();
    Series series =
        new Series(
            old.service(),
            old.instance(),
            old.sensor(),
            other,
            old.signal(),
            old.part(),
            old.labels());
    Sample sample = new Sample(series, reading.sample().epochMillis(), value());
    return new Found(new Reading(sample, reading.from(), reading.provenance()), table, inName);
  }
}
