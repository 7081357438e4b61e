package dev.loadline.agent;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.logging.LogManager;
import javax.management.MBeanServerBuilder;

/** An application for the tests that does one of the things which an agent could disturb. */
final class SafetyApp {

  /** Chosen in {@code main}, as some servers do. */
  public static final class OwnLogManager extends LogManager {}

  /** Chosen in {@code main}. */
  public static final class OwnServerBuilder extends MBeanServerBuilder {
    @Override
    public javax.management.MBeanServer newMBeanServer(
        String domain,
        javax.management.MBeanServer outer,
        javax.management.MBeanServerDelegate delegate) {
      System.out.println("own MBean server");
      return super.newMBeanServer(domain, outer, delegate);
    }
  }

  public static void main(String[] arguments) throws Exception {
    System.out.println("ready");
    switch (arguments[0]) {
      case "exit" -> System.exit(Integer.parseInt(arguments[1]));
      case "halt" -> Runtime.getRuntime().halt(Integer.parseInt(arguments[1]));
      case "wait" -> System.in.read();
      case "threads" -> threads();
      case "choose" -> choose();
      case "loaders" -> load(arguments[1], arguments[2], Integer.parseInt(arguments[3]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static void threads() throws IOException {
    System.in.read();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      System.out.println("thread " + thread.getName() + " daemon " + thread.isDaemon());
    }
  }

  private static void choose() throws IOException {
    System.setProperty("java.util.logging.manager", OwnLogManager.class.getName());
    System.setProperty("javax.management.builder.initial", OwnServerBuilder.class.getName());
    System.in.read();
    System.out.println(LogManager.getLogManager().getClass().getSimpleName());
    ManagementFactory.getPlatformMBeanServer();
  }

  /** As many class loaders, each with its own copy of a class, each let go at once. */
  private static void load(String archives, String type, int loaders) throws Exception {
    String[] files = archives.split(File.pathSeparator);
    URL[] urls = new URL[files.length];
    for (int i = 0; i < files.length; i++) {
      urls[i] = new File(files[i]).toURI().toURL();
    }
    for (int i = 0; i < loaders; i++) {
      try (URLClassLoader loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
        if (loader.loadClass(type).getClassLoader() != loader) {
          throw new IllegalStateException("not its own copy");
        }
      }
    }
    System.out.println("loaded " + loaders);
    System.in.read();
  }

  private SafetyApp() {}
}
