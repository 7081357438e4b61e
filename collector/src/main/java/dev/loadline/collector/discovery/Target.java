package dev.loadline.collector.discovery;

import java.net.URI;

/**
 * One process that publishes metrics.
 *
 * @param service what users call
 * @param instance the process among those of its service: {@code 127.0.0.1:9464}, {@code orders-0}
 * @param url where it publishes, http or https, {@code http://127.0.0.1:9464/metrics}
 * @param origin who says so
 */
public record Target(String service, String instance, URI url, Origin origin) {

  /** Written down by whoever runs us, or found in a place where others write. */
  public enum Origin {
    WRITTEN,
    FOUND
  }

  public Target {
    if (service.isBlank()) {
      throw new IllegalArgumentException("a target needs the name of its service");
    }
    String scheme = url.getScheme();
    if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException("not an http or https address: " + url);
    }
    if (url.getUserInfo() != null) {
      throw new IllegalArgumentException("no user or password in the address of a target");
    }
    if (url.getPort() > 65_535 || url.getPort() == 0) {
      throw new IllegalArgumentException("a port is 1 to 65535, not " + url.getPort());
    }
    instance = instance.isBlank() ? url.getAuthority() : instance;
  }

  /** Written down; the address names the process. */
  public Target(String service, URI url) {
    this(service, "", url, Origin.WRITTEN);
  }

  /**
   * @param instance the address where it is blank
   */
  static Target found(String service, String instance, URI url) {
    return new Target(service, instance, url, Origin.FOUND);
  }
}
