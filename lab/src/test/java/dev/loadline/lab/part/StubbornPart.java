package dev.loadline.lab.part;

/** A part that fails as it starts. */
final class StubbornPart {
  private StubbornPart() {}

  public static void main(String[] arguments) {
    System.err.println("the sea is closed");
    System.exit(3);
  }
}
