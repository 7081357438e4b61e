package dev.loadline.agent.config;

import org.jspecify.annotations.Nullable;

/** Where a setting may stand: the system properties, the environment. */
public interface Lookup {

  /** The value of this name, or null. */
  @Nullable String get(String name);
}
