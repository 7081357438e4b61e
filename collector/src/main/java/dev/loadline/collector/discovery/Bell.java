package dev.loadline.collector.discovery;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rings where something happened in directories; silent where the system cannot watch them. */
final class Bell implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Bell.class);

  private final @Nullable WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();

  Bell() {
    this.service = open();
  }

  /** From now on these. */
  synchronized void watch(Set<Path> directories) {
    keys.entrySet().removeIf(each -> cancelled(each.getKey(), each.getValue(), directories));
    directories.forEach(this::add);
  }

  /** Whether something happened since it was asked last. */
  synchronized boolean rang() {
    boolean rang = false;
    try {
      for (WatchKey key = poll(); key != null; key = poll()) {
        rang |= !key.pollEvents().isEmpty();
        key.reset();
      }
    } catch (ClosedWatchServiceException e) {
      return false;
    }
    return rang;
  }

  @Override
  public void close() {
    try {
      if (service != null) {
        service.close();
      }
    } catch (IOException e) {
      LOG.warn("files are still watched: {}", e.getMessage());
    }
  }

  private @Nullable WatchKey poll() {
    return service == null ? null : service.poll();
  }

  private static boolean cancelled(Path directory, WatchKey key, Set<Path> wanted) {
    if (wanted.contains(directory) && key.isValid()) {
      return false;
    }
    key.cancel();
    return true;
  }

  private void add(Path directory) {
    if (service != null && !keys.containsKey(directory)) {
      try {
        keys.put(
            directory,
            directory.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE));
      } catch (IOException | ClosedWatchServiceException e) {
        LOG.debug("{} is looked at from time to time: {}", directory, e.getMessage());
      }
    }
  }

  private static @Nullable WatchService open() {
    try {
      return FileSystems.getDefault().newWatchService();
    } catch (IOException e) {
      LOG.warn("files are looked at from time to time: {}", e.getMessage());
      return null;
    }
  }
}
