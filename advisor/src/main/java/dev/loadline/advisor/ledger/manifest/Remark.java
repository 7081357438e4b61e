package dev.loadline.advisor.ledger.manifest;

/**
 * Something that was not understood, or not counted.
 *
 * @param where {@code k8s.yaml:12}
 * @param message what, and how to mend it
 */
public record Remark(String where, String message) {

  @Override
  public String toString() {
    return where + ": " + message;
  }
}
