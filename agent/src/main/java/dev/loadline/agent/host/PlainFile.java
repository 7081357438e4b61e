package dev.loadline.agent.host;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A small file of the kernel's, read at once. */
final class PlainFile {

  private static final int MOST_BYTES = 256 << 10;

  private PlainFile() {}

  /** The contents, or null where the file is absent, unreadable or longer than 256 KiB. */
  static @Nullable String text(File file) {
    byte[] buffer = new byte[8192];
    StringBuilder text = new StringBuilder();
    try (InputStream in = new FileInputStream(file)) {
      for (int n; (n = in.read(buffer)) > 0; ) {
        text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        if (text.length() > MOST_BYTES) {
          return null;
        }
      }
      return text.toString();
    } catch (IOException | SecurityException unreadable) {
      return null;
    }
  }

  /** The whole number that the file consists of, or null: also where it is {@code max}. */
  static @Nullable Long number(File file) {
    String text = text(file);
    return text == null ? null : number(text.trim());
  }

  static @Nullable Long number(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  /** The number behind this key in lines of {@code key number}, or null. */
  static @Nullable Long number(File file, String key) {
    String text = text(file);
    if (text != null) {
      for (String line : text.split("\n", -1)) {
        if (line.startsWith(key + " ")) {
          return number(line.substring(key.length() + 1).trim());
        }
      }
    }
    return null;
  }
}
