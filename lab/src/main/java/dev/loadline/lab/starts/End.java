package dev.loadline.lab.starts;

import java.util.OptionalInt;

/**
 * How a start ended.
 *
 * @param exit code; empty for one that hung
 * @param out what it wrote to its standard output
 */
record End(OptionalInt exit, String out) {

  boolean hung() {
    return exit.isEmpty();
  }
}
