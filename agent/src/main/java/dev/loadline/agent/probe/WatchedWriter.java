package dev.loadline.agent.probe;

import dev.loadline.agent.meter.WriterMeter;
import java.io.File;

/** A file of a database with one writer, as one address names it. */
public final class WatchedWriter {

  private final String url;
  private final String path;
  private final WriterMeter meter;

  private WatchedWriter(String url, String path, WriterMeter meter) {
    this.url = url;
    this.path = path;
    this.meter = meter;
  }

  /** The file behind an address such as jdbc:sqlite:/data/app.db; with none the path is empty. */
  static WatchedWriter of(String url, String prefix, long since) {
    String file = url.startsWith(prefix) ? url.substring(prefix.length()) : url;
    int end = file.indexOf('?');
    String options = end < 0 ? "" : file.substring(end);
    file = end < 0 ? file : file.substring(0, end);
    file = file.startsWith("file:") ? file.substring("file:".length()) : file;
    boolean memory = file.isEmpty() || file.contains(":memory:") || options.contains("mode=memory");
    String path = memory ? "" : new File(file).getAbsolutePath();
    return new WatchedWriter(url, path, new WriterMeter(since));
  }

  /** The same file by the address of this one. */
  WatchedWriter of(WatchedWriter other) {
    return new WatchedWriter(url, path, other.meter);
  }

  boolean is(String other) {
    return url.equals(other);
  }

  boolean same(WatchedWriter other) {
    return !path.isEmpty() && path.equals(other.path);
  }

  /** Its measures. */
  public WriterMeter meter() {
    return meter;
  }

  /** The file's name without its directory; empty if it is in memory only. */
  public String name() {
    return path.isEmpty() ? "" : new File(path).getName();
  }
}
