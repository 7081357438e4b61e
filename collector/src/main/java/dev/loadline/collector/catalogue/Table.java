package dev.loadline.collector.catalogue;

import java.util.Map;

/**
 * One exporter: a YAML file of the catalogue.
 *
 * @param sensor who measures; becomes the sensor of every series
 * @param priority of two exporters that share a name, the higher one is asked first
 * @param labels which labels a series keeps, and as what
 * @param metrics published names and what they mean
 * @param ignored published names that give no signal, and why
 */
record Table(
    String exporter,
    String sensor,
    int priority,
    Map<String, String> labels,
    Map<String, Entry> metrics,
    Map<String, String> ignored) {

  Table {
    metrics.keySet().stream()
        .filter(ignored::containsKey)
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(name + " is both a metric and ignored");
            });
  }
}
