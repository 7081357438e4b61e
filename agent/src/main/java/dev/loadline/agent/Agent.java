package dev.loadline.agent;

import dev.loadline.agent.boot.IsolatedLoader;
import dev.loadline.agent.boot.JdkTool;
import java.io.File;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The entry points of the JVM into the agent. Whatever goes wrong from here on ends as one line on
 * standard error; the application starts all the same.
 */
public final class Agent {

  private static boolean started;

  private Agent() {}

  /** At start, by {@code -javaagent}; steps aside for tools of the JDK. */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    if (!JdkTool.runs()) {
      start(arguments, instrumentation);
    }
  }

  /** Late, by the attach API. */
  public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation);
  }

  private static synchronized void start(
      @Nullable String arguments, Instrumentation instrumentation) {
    if (started) {
      System.err.println("loadline: the agent is already in this JVM; nothing done");
      return;
    }
    started = true;
    try {
      File jar = new File(Agent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Class.forName("dev.loadline.agent.Wiring", true, new IsolatedLoader(jar))
          .getMethod("start", String.class, Instrumentation.class, File.class)
          .invoke(null, arguments, instrumentation, jar);
    } catch (Throwable notStarted) {
      Throwable cause = notStarted.getCause() == null ? notStarted : notStarted.getCause();
      System.err.println("loadline: not started, the application runs unmeasured: " + cause);
    }
  }
}
