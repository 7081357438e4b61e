package dev.loadline.advisor.document;

import dev.loadline.collector.yaml.Default;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of an action plan.
 *
 * @param weeks {@code 1-2}; null where no time is said
 */
public record Phase(String name, @Nullable String weeks, @Default("[]") List<String> items) {

  public Phase {
    items = List.copyOf(items);
  }
}
