package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Share;
import dev.loadline.collector.yaml.Default;
import java.util.Map;

/**
 * How ready a document finds each part of a service.
 *
 * @param overall what it says of the whole
 */
public record Readiness(Share overall, Map<String, Component> components) {

  /**
   * One part.
   *
   * @param weight against the other parts
   */
  public record Component(Share confidence, @Default("1") Count weight) {}

  public Readiness {
    components = Map.copyOf(components);
  }
}
