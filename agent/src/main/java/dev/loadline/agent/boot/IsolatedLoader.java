package dev.loadline.agent.boot;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent's own classes out of {@code inst/} of the agent jar, next to the platform loader:
 * the application cannot see them and they cannot see the application. Nothing is unpacked, so a
 * read-only root file system will do.
 */
public final class IsolatedLoader extends ClassLoader {

  private static final String ROOT = "inst/";

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;
  private final String base;
  private final ProtectionDomain domain;

  /**
   * @param file the agent jar
   * @throws IOException if it cannot be read
   */
  public IsolatedLoader(File file) throws IOException {
    super(platformLoader());
    jar = new JarFile(file, false);
    base = "jar:" + file.toURI() + "!/";
    CodeSource source = new CodeSource(file.toURI().toURL(), (Certificate[]) null);
    domain = new ProtectionDomain(source, null, this, null);
  }

  /**
   * The platform loader of JDK 9 and later, the extension loader of JDK 8: the last before the
   * bootstrap loader. To call its getter by reflection makes the JVM read annotations, for which it
   * loads fifty classes.
   */
  private static ClassLoader platformLoader() {
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    for (ClassLoader next = loader.getParent(); next != null; next = loader.getParent()) {
      loader = next;
    }
    return loader;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] code = bytes(name.replace('.', '/') + ".class");
    if (code == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, code, 0, code.length, domain);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] found = bytes(name);
    return found == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(found);
  }

  /** Read from the jar as it was opened, which may be replaced or removed meanwhile. */
  @Override
  protected @Nullable URL findResource(String name) {
    ZipEntry entry = entry(name);
    try {
      return entry == null ? null : new URL(null, base + entry.getName(), new Opener(jar, entry));
    } catch (IOException impossible) {
      return null;
    }
  }

  /** Its own only: to look through the JDK's modules would open the default file system early. */
  @Override
  public Enumeration<URL> getResources(String name) {
    return findResources(name);
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL found = findResource(name);
    return Collections.enumeration(
        found == null ? Collections.<URL>emptyList() : Collections.singletonList(found));
  }

  private @Nullable ZipEntry entry(String name) {
    boolean isClass = name.endsWith(".class");
    return jar.getJarEntry(
        ROOT + (isClass ? name.substring(0, name.length() - 5) + "classdata" : name));
  }

  private byte @Nullable [] bytes(String name) {
    ZipEntry entry = entry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] all = new byte[(int) entry.getSize()];
      int at = 0;
      for (int n; at < all.length && (n = in.read(all, at, all.length - at)) > 0; ) {
        at += n;
      }
      return at == all.length ? all : null;
    } catch (IOException unreadable) {
      return null;
    }
  }
}
