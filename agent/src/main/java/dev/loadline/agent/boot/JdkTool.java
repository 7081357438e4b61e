package dev.loadline.agent.boot;

import org.jspecify.annotations.Nullable;

/**
 * Whether this JVM runs a tool of the JDK, as keytool, jcmd or javac, which gets the agent only
 * because {@code JAVA_TOOL_OPTIONS} reaches every JVM. There is nothing to measure, and a script
 * may read what it prints.
 */
public final class JdkTool {

  private static final String LAUNCHER = "jdk.compiler/com.sun.tools.javac.launcher.";
  private static final String[] BEFORE_NINE = {
    "com.sun.tools.", "sun.security.tools.", "sun.tools."
  };

  private JdkTool() {}

  /** Whether it does, by the properties that the launcher set. */
  public static boolean runs() {
    return is(System.getProperty("jdk.module.main"), System.getProperty("sun.java.command"));
  }

  /**
   * @param module the main module, if there is one
   * @param command the main class, after its module if there is one, and its arguments
   */
  static boolean is(@Nullable String module, @Nullable String command) {
    String started = command == null ? "" : command;
    if (module != null && (module.startsWith("jdk.") || module.startsWith("java."))) {
      return !started.startsWith(LAUNCHER);
    }
    for (String prefix : BEFORE_NINE) {
      if (started.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
