package dev.loadline.agent.boot;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Opens the address of one entry of a jar that is open already. */
final class Opener extends URLStreamHandler {

  private final JarFile jar;
  private final ZipEntry entry;

  Opener(JarFile jar, ZipEntry entry) {
    this.jar = jar;
    this.entry = entry;
  }

  @Override
  protected URLConnection openConnection(URL address) {
    return new URLConnection(address) {
      @Override
      public void connect() {}

      @Override
      public InputStream getInputStream() throws IOException {
        return jar.getInputStream(entry);
      }
    };
  }
}
