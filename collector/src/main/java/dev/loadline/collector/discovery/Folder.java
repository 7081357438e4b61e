package dev.loadline.collector.discovery;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The files below one directory that match globs, with what they list. Not for two threads. */
final class Folder {
  private static final int MAX_FILES = 1_000;

  private final Path directory;
  private final List<String> globs;
  private final Naming naming;
  private final Map<Path, ListFile> files = new TreeMap<>();
  private final Set<Path> directories = new TreeSet<>();

  Folder(Path directory, List<String> globs, Naming naming) {
    this.directory = directory;
    this.globs = globs;
    this.naming = naming;
  }

  /** Where files may come and go, as of the last look. */
  Set<Path> directories() {
    return directories;
  }

  /**
   * Looks at all files and tells what they list.
   *
   * @return whether one of them is still changing
   */
  boolean look(Findings findings) {
    try {
      Path root = directory.toRealPath();
      Set<Path> matching = matching(root);
      files.keySet().retainAll(matching);
      matching.forEach(
          path -> files.computeIfAbsent(path, unused -> new ListFile(root, path, naming)));
    } catch (IOException e) {
      findings.failed(directory + ": cannot be listed: " + e + "; the last lists stay");
      return false;
    }
    boolean changing = false;
    for (ListFile file : files.values()) {
      changing |= file.look();
    }
    tell(findings);
    return changing;
  }

  private void tell(Findings findings) {
    Listing.Builder all = new Listing.Builder();
    files.values().forEach(file -> all.addAll(file.listing()));
    String problems =
        files.values().stream()
            .map(ListFile::problem)
            .filter(problem -> !problem.isEmpty())
            .limit(3)
            .collect(Collectors.joining("; "));
    findings.found(all.build().targets(), problems);
  }

  private Set<Path> matching(Path root) throws IOException {
    List<PathMatcher> matchers =
        globs.stream().map(glob -> root.getFileSystem().getPathMatcher("glob:" + glob)).toList();
    Walk walk = new Walk(root, matchers);
    Files.walkFileTree(root, walk);
    directories.clear();
    directories.addAll(walk.entered);
    return walk.found;
  }

  /** Follows no links; a link to a file is a file by the name of the link. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final List<PathMatcher> matchers;
    private final Set<Path> found = new TreeSet<>();
    private final Set<Path> entered = new TreeSet<>();

    Walk(Path root, List<PathMatcher> matchers) {
      this.root = root;
      this.matchers = matchers;
    }

    /**
     * Mounted volumes keep their former and next contents in directories that begin with two dots.
     */
    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes unused) {
      if (!path.equals(root) && path.getFileName().toString().startsWith("..")) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      entered.add(path);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes unused) throws IOException {
      Path relative = root.relativize(path);
      if (matchers.stream().anyMatch(matcher -> matcher.matches(relative))) {
        found.add(path);
      }
      if (found.size() > MAX_FILES || entered.size() > MAX_FILES) {
        throw new IOException("more than " + MAX_FILES + " files or directories");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException cause) throws IOException {
      if (cause instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw cause;
    }
  }
}
