package dev.loadline.advisor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A text that somebody else wrote, read within limits: at most 3 MiB, UTF-8, nothing binary. */
final class TextFile {
  private static final int MAX_BYTES = 3 * 1024 * 1024;

  private TextFile() {}

  /**
   * The text without its byte order mark.
   *
   * @throws IllegalArgumentException saying what is wrong with the file and how to mend it
   */
  static String read(Path file) {
    String name = file.toString();
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(name + ": there is no such file");
    } else if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(name + " is a directory; name a file in it");
    } else if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(name + " is a device or a pipe; name a file");
    }
    return text(name, bytes(name, file));
  }

  private static byte[] bytes(String name, Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      byte[] bytes = size > MAX_BYTES ? new byte[0] : in.readNBytes(MAX_BYTES + 1);
      if (size > MAX_BYTES || bytes.length > MAX_BYTES) {
        throw new IllegalArgumentException(
            "%s is larger than 3 MiB (%,d bytes); split the file"
                .formatted(name, Math.max(size, bytes.length)));
      }
      return bytes;
    } catch (AccessDeniedException e) {
      throw new IllegalArgumentException(name + " may not be read: permission denied", e);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(name + ": there is no such file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(name + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String text(String name, byte[] bytes) {
    if (bytes.length == 0) {
      throw new IllegalArgumentException(name + " is empty");
    }
    refuseNul(name, bytes);
    ByteBuffer left = ByteBuffer.wrap(bytes);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(left)
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "%s:%d: not UTF-8; save the file as UTF-8".formatted(name, line(bytes, left.position())),
          e);
    }
  }

  private static void refuseNul(String name, byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new IllegalArgumentException(
            "%s:%d: a NUL byte, so this is no text; name a text file saved as UTF-8"
                .formatted(name, line(bytes, i)));
      }
    }
  }

  private static int line(byte[] bytes, int end) {
    int line = 1;
    for (int i = 0; i < end; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
