package dev.loadline.collector.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One file of target groups and the last list that could be read of it. */
final class ListFile {
  private static final int MAX_BYTES = 3 * 1024 * 1024;

  private final Path root;
  private final Path path;
  private final Naming naming;
  private @Nullable Stamp seen;
  private @Nullable Stamp read;
  private Listing listing = new Listing(Set.of(), Set.of());
  private String problem = "";

  /**
   * @param root without links in it
   */
  ListFile(Path root, Path path, Naming naming) {
    this.root = root;
    this.path = path;
    this.naming = naming;
  }

  Listing listing() {
    return listing;
  }

  /** Why the list is an old one; empty where it is not. */
  String problem() {
    return problem;
  }

  /**
   * Reads what changed. Of a file that was read before, a change must be found twice alike: it may
   * be half written.
   *
   * @return whether it is still changing
   */
  boolean look() {
    try {
      Path real = real();
      Stamp now = Stamp.of(real);
      boolean settled = read == null || now.equals(seen);
      seen = now;
      if (!now.equals(read) && settled) {
        listing = Groups.parse(path.toString(), text(real), naming);
        read = now;
        problem = listing.reason();
      }
      return !settled && !now.equals(read);
    } catch (IOException e) {
      problem = path + ": cannot be read: " + e + "; its last list stays";
    } catch (IllegalArgumentException e) {
      problem = e.getMessage() + "; its last list stays";
    }
    return false;
  }

  private Path real() throws IOException {
    Path real = path.toRealPath();
    if (!real.startsWith(root)) {
      throw new IllegalArgumentException(path + ": leads out of " + root);
    }
    return real;
  }

  private static String text(Path real) throws IOException {
    try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IllegalArgumentException(real + ": larger than 3 MiB; split the file");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(real + ": not UTF-8", e);
    }
  }

  private record Stamp(FileTime time, long size, String identity) {

    static Stamp of(Path real) throws IOException {
      BasicFileAttributes file =
          Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!file.isRegularFile()) {
        throw new IllegalArgumentException(real + ": not a file");
      }
      return new Stamp(
          file.lastModifiedTime(), file.size(), real + " " + Objects.toString(file.fileKey()));
    }
  }
}
