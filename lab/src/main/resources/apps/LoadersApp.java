import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;

/** As many class loaders, each with its own copy of a hooked class, each let go at once. */
public final class LoadersApp {

  public static void main(String[] arguments) throws Exception {
    int loaders = Integer.parseInt(arguments[0]);
    String[] files = arguments[1].split(File.pathSeparator);
    URL[] urls = new URL[files.length];
    for (int i = 0; i < files.length; i++) {
      urls[i] = new File(files[i]).toURI().toURL();
    }
    ClassLoader parent = ClassLoader.getSystemClassLoader().getParent();
    for (int i = 0; i < loaders; i++) {
      try (URLClassLoader loader = new URLClassLoader(urls, parent)) {
        if (loader.loadClass(arguments[2]).getClassLoader() != loader) {
          throw new IllegalStateException("not its own copy");
        }
      }
    }
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }
}
