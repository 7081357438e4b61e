package dev.loadline.collector.store;

/** Why bytes cannot be what was written. */
final class CorruptException extends Exception {

  CorruptException(String message) {
    super(message);
  }
}
