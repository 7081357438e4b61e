package dev.loadline.collector.discovery;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A target as Prometheus describes it: {@code host:port} with labels, of which {@code __scheme__},
 * {@code __metrics_path__} and {@code __param_…} belong to its address.
 */
record Labelled(String address, Map<String, String> labels) {
  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+)(:\\d{1,5})?");
  private static final String PARAMETER = "__param_";

  /**
   * @throws IllegalArgumentException where it has no service or its address cannot be one
   */
  Target target(Naming naming) {
    return Target.found(naming.of(labels), labels.getOrDefault("instance", ""), url());
  }

  private URI url() {
    if (!FORM.matcher(address).matches()) {
      throw new IllegalArgumentException("not host:port");
    }
    String path = labels.getOrDefault("__metrics_path__", "/metrics");
    String url = labels.getOrDefault("__scheme__", "http") + "://" + address;
    try {
      return new URI(url + (path.startsWith("/") ? path : "/" + path) + query());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not an address: " + e.getReason(), e);
    }
  }

  private String query() {
    return new TreeMap<>(labels)
        .entrySet().stream()
            .filter(label -> label.getKey().startsWith(PARAMETER))
            .map(label -> encode(label.getKey().substring(PARAMETER.length()), label.getValue()))
            .collect(Collectors.collectingAndThen(Collectors.joining("&"), Labelled::asQuery));
  }

  private static String encode(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String asQuery(String parameters) {
    return parameters.isEmpty() ? "" : "?" + parameters;
  }
}
