package dev.loadline.collector.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's {@code host:port}; IPv6 as {@code [::1]:6379}. */
record Address(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]+):(\\d{1,5})");

  /**
   * @throws IllegalArgumentException with the form that is wanted
   */
  static Address parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("write the address as host:port, not '" + text + "'");
    }
    int port = Integer.parseInt(form.group(2));
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
    }
    return new Address(form.group(1), port);
  }

  /** The host without the brackets of IPv6. */
  String bareHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
