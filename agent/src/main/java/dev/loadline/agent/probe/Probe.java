package dev.loadline.agent.probe;

/**
 * What to measure of one library. A probe names classes and methods and does nothing else; it is
 * found by {@link java.util.ServiceLoader}, and is tried only when a class that it names is loaded.
 */
public interface Probe {

  /** The library, as it appears in the label {@code library} and in the status, e.g. hikaricp. */
  String name();

  /** Says what to hook. */
  void declare(Plan plan);
}
