package dev.loadline.collector.source;

import dev.loadline.collector.source.SourceException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A password in a file, read anew at every connect so that it can be changed while we run. */
record Secret(@Nullable Path file) {

  /** Null where there is no file. */
  @Nullable String read() throws SourceException {
    if (file == null) {
      return null;
    }
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new SourceException(
          Reason.DENIED,
          "password_file " + file + " cannot be read; check that it exists and who may read it");
    }
  }

  @Override
  public String toString() {
    return "Secret[" + file + "]";
  }
}
