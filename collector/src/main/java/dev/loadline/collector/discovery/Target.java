package dev.loadline.collector.discovery;

import java.net.URI;

/**
 * One process that publishes metrics.
 *
 * @param service what users call
 * @param url where it publishes, http or https, {@code http://127.0.0.1:9464/metrics}
 */
public record Target(String service, URI url) {

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
  }

  /** The process among those of its service: {@code 127.0.0.1:9464}. */
  public String instance() {
    return url.getAuthority();
  }
}
