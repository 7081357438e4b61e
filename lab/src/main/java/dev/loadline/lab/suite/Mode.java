package dev.loadline.lab.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How a suite is run. */
public enum Mode {
  /** Without the agent. */
  BARE,
  /** With it. */
  AGENT,
  /** With hooks that throw whenever a hooked method is entered. */
  ENTER,
  /** With hooks that throw whenever a hooked method was left. */
  EXIT;

  /** The JVM's options for it. */
  List<String> options(Path agent) {
    String javaagent = "-javaagent:" + agent + "=port=0";
    return switch (this) {
      case BARE -> List.of();
      case AGENT -> List.of(javaagent);
      case ENTER, EXIT -> List.of("-Dloadline.fault=" + this, javaagent);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
