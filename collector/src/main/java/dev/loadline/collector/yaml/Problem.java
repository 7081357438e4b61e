package dev.loadline.collector.yaml;

/**
 * One thing that is wrong in a file: {@code loadline.yaml:7: unknown key 'objectiv' under
 * services.orders; did you mean 'objective'?}
 *
 * @param file as the reader of the message knows it
 * @param line from 1
 * @param column from 1
 * @param path dotted keys and indices from the top, {@code collector.discovery[0].static}; empty
 *     for the top itself
 * @param message what is wrong, where in the document, and how to mend it
 */
public record Problem(String file, int line, int column, String path, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
