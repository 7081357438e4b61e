package dev.loadline.agent;

/** An agent that does nothing, to tell what any agent costs. */
public final class IdleAgent {

  private IdleAgent() {}

  /** Called by the JVM. */
  public static void premain(String arguments) {}
}
