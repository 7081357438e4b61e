package dev.loadline.agent.expose;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The head of an HTTP request. */
final class Request {

  private final String method;
  private final String path;
  private final Map<String, String> headers = new HashMap<>();

  private Request(String method, String path) {
    this.method = method;
    this.path = path;
  }

  /** Where the head ends in this text, or -1. */
  static int end(CharSequence text) {
    String all = text.toString();
    int end = all.indexOf("\r\n\r\n");
    return end >= 0 ? end : all.indexOf("\n\n");
  }

  /** Null if this is no HTTP/1 request. */
  static @Nullable Request parse(String head) {
    String[] lines = head.split("\r?\n", -1);
    String[] first = lines[0].split(" ", -1);
    if (first.length != 3 || !first[2].startsWith("HTTP/1.")) {
      return null;
    }
    Request request = new Request(first[0], first[1].split("[?#]", 2)[0]);
    for (int i = 1; i < lines.length; i++) {
      int at = lines[i].indexOf(':');
      if (at > 0) {
        String name = lines[i].substring(0, at).trim().toLowerCase(Locale.ROOT);
        String value = lines[i].substring(at + 1).trim();
        String before = request.headers.get(name);
        request.headers.put(name, before == null ? value : before + "," + value);
      }
    }
    return request;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  String header(String name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }

  /** Whether the client takes gzip; {@code gzip;q=0} refuses it. */
  boolean gzip() {
    for (String coding : header("accept-encoding").split(",", -1)) {
      String[] parts = coding.trim().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      if (parts[0].equals("gzip")) {
        return parts.length < 2 || !parts[1].matches("q=0(\\.0*)?");
      }
    }
    return false;
  }
}
