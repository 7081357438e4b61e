package dev.loadline.advisor.notify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a channel has still to deliver, on disk; replaced as a whole, so never half written. */
final class QueueFile {
  private static final Logger LOG = LoggerFactory.getLogger(QueueFile.class);
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final Path path;

  /**
   * @param pending not delivered yet, in order
   * @param firing delivered or not, and not cleared since
   */
  record Content(List<Notice> pending, List<Notice> firing) {}

  QueueFile(Path path) {
    this.path = path;
  }

  Content read() {
    if (!Files.exists(path)) {
      return new Content(List.of(), List.of());
    }
    try {
      return JSON.readValue(path.toFile(), Content.class);
    } catch (IOException e) {
      LOG.error("{} cannot be read, notices in it are lost: {}", path, e.getMessage());
      return new Content(List.of(), List.of());
    }
  }

  void write(Content content) {
    Path next = path.resolveSibling(path.getFileName() + ".next");
    try {
      Files.write(next, JSON.writeValueAsBytes(content));
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
