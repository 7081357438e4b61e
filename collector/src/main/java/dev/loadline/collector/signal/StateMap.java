package dev.loadline.collector.signal;

import java.util.SortedMap;

/**
 * Text by key that outlasts the process: what the advisor recommended, for example. A change is on
 * the disk when its method returns, and was not made where it throws.
 */
public interface StateMap {

  /** Everything, by key. */
  SortedMap<String, String> all();

  /** Sets or replaces one entry. */
  void put(String key, String value);

  /** Takes one entry out; one that is not there is no error. */
  void remove(String key);
}
