package dev.loadline.advisor.cli;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.loadline.advisor.headroom.StatusWatch.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people were last told, on disk, so that a restart does not tell it again. */
final class ToldFile {
  private static final Logger LOG = LoggerFactory.getLogger(ToldFile.class);
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final Path path;

  ToldFile(Path directory) {
    this.path = directory.resolve("told.json");
  }

  Map<String, Told> read() {
    if (!Files.exists(path)) {
      return Map.of();
    }
    try {
      return JSON.readValue(path.toFile(), new TypeReference<>() {});
    } catch (IOException e) {
      LOG.error("{} cannot be read; what it held may be told again: {}", path, e.getMessage());
      return Map.of();
    }
  }

  void write(Map<String, Told> told) {
    Path next = path.resolveSibling("told.json.next");
    try {
      Files.write(next, JSON.writeValueAsBytes(told));
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
