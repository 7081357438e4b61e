package dev.loadline.advisor.cli;

/** Where to listen: {@code 127.0.0.1:8686}; port 0 takes any free one. */
public record Address(String host, int port) {

  public Address {
    if (host.isBlank() || port < 0 || port > 65_535) {
      throw new IllegalArgumentException("write an address as 127.0.0.1:8686");
    }
  }

  public static Address parse(String text) {
    int colon = text.lastIndexOf(':');
    try {
      return new Address(
          colon < 0 ? "" : text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("write an address as 127.0.0.1:8686", e);
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
