package dev.loadline.agent;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Puts the seam on the bootstrap loader. First by defining its two classes there, which leaves the
 * boot class path alone, keeps the class-data archive and prints nothing; where that is refused
 * (JDK 8), by appending the agent jar.
 */
final class Seam {

  private static final String HANDOFF = "dev.loadline.agent.boot.Handoff";

  private Seam() {}

  /** Returns how it was done: {@code defined} or {@code appended}. */
  static String install(Instrumentation instrumentation, File file) throws IOException {
    try (JarFile jar = new JarFile(file, false)) {
      try {
        export(instrumentation);
        define(jar, HANDOFF + "$Receiver");
        define(jar, HANDOFF);
        return "defined";
      } catch (ReflectiveOperationException | RuntimeException refused) {
        instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(file));
        return "appended";
      }
    }
  }

  /** Exports {@code jdk.internal.misc} to the module of this class, which no application shares. */
  private static void export(Instrumentation instrumentation) throws ReflectiveOperationException {
    Class<?> module = Class.forName("java.lang.Module");
    Method moduleOf = Class.class.getMethod("getModule");
    Method redefine =
        Instrumentation.class.getMethod(
            "redefineModule", module, Set.class, Map.class, Map.class, Set.class, Map.class);
    Set<Object> us = Collections.singleton(moduleOf.invoke(Seam.class));
    redefine.invoke(
        instrumentation,
        moduleOf.invoke(Object.class),
        Collections.emptySet(),
        Collections.singletonMap("jdk.internal.misc", us),
        Collections.emptyMap(),
        Collections.emptySet(),
        Collections.emptyMap());
  }

  private static void define(JarFile jar, String name)
      throws IOException, ReflectiveOperationException {
    byte[] code = read(jar, name.replace('.', '/') + ".class");
    Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
    Class<?> loader = ClassLoader.class;
    Class<?> domain = java.security.ProtectionDomain.class;
    Method method =
        unsafe.getMethod(
            "defineClass", String.class, byte[].class, int.class, int.class, loader, domain);
    Object instance = unsafe.getMethod("getUnsafe").invoke(null);
    method.invoke(instance, name, code, 0, code.length, null, null);
  }

  private static byte[] read(JarFile jar, String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    if (entry == null) {
      throw new IOException("missing in the agent jar: " + name);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    try (InputStream in = jar.getInputStream(entry)) {
      for (int n; (n = in.read(buffer)) > 0; ) {
        out.write(buffer, 0, n);
      }
    }
    return out.toByteArray();
  }
}
