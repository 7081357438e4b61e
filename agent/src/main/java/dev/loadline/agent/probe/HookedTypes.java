package dev.loadline.agent.probe;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of all classes that hooks are for, known without loading a probe. The build lets the
 * probes write them into a list: a line with the class, and after a space the one that it waits
 * for.
 */
final class HookedTypes {

  private static final String LIST = "hooked-types";

  private final Map<String, String> triggers;

  private HookedTypes(Map<String, String> triggers) {
    this.triggers = triggers;
  }

  /**
   * Reads the list.
   *
   * @throws IOException if the build has not put it beside this class
   */
  static HookedTypes read() throws IOException {
    Map<String, String> triggers = new HashMap<>();
    String list = list();
    for (int start = 0; start < list.length(); ) {
      int end = list.indexOf('\n', start);
      int space = list.indexOf(' ', start);
      triggers.put(list.substring(start, space), list.substring(space + 1, end));
      start = end + 1;
    }
    return new HookedTypes(triggers);
  }

  static HookedTypes of(Hook[] hooks) {
    Map<String, String> triggers = new TreeMap<>();
    for (Hook hook : hooks) {
      String trigger = hook.point.trigger();
      triggers.put(hook.point.type(), trigger == null ? "" : trigger);
    }
    return new HookedTypes(triggers);
  }

  /** The classes, as {@link Class#getName} names them. */
  Set<String> all() {
    return triggers.keySet();
  }

  /** The class whose loading this one waits for, or null where it waits for none. */
  @Nullable String trigger(String type) {
    String trigger = triggers.get(type);
    return trigger == null || trigger.isEmpty() ? null : trigger;
  }

  /** Writes the list into the file that the argument names; the build calls this. */
  public static void main(String[] arguments) throws IOException {
    try (OutputStream out = new FileOutputStream(arguments[0])) {
      out.write(of(new Probes(new Watch()).hooks()).toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public String toString() {
    StringBuilder list = new StringBuilder();
    for (Map.Entry<String, String> each : triggers.entrySet()) {
      list.append(each.getKey()).append(' ').append(each.getValue()).append('\n');
    }
    return list.toString();
  }

  private static String list() throws IOException {
    try (InputStream in = HookedTypes.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IOException("missing in the agent jar: " + LIST);
      }
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int n; (n = in.read(buffer)) > 0; ) {
        all.write(buffer, 0, n);
      }
      return all.toString("UTF-8");
    }
  }
}
