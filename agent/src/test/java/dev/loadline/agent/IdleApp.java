package dev.loadline.agent;

/** An application for the tests that does nothing at all. */
final class IdleApp {

  public static void main(String[] arguments) throws Exception {
    System.out.println("ready");
    System.in.read();
  }

  private IdleApp() {}
}
