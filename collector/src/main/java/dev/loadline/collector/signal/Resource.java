package dev.loadline.collector.signal;

/**
 * Something finite that work occupies for a while, written {@code kind/name}: {@code
 * pool/orders-db}.
 */
public record Resource(ResourceKind kind, String name) implements Comparable<Resource> {

  public Resource {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a resource needs a name: " + kind + "/?");
    }
  }

  /** Reads {@code pool/orders-db}; everything after the first slash is the name. */
  public static Resource parse(String text) {
    int slash = text.indexOf('/');
    String kind = slash < 0 ? text : text.substring(0, slash);
    return new Resource(
        ResourceKind.of(kind)
            .orElseThrow(
                () -> new IllegalArgumentException("no resource kind '" + kind + "' in " + text)),
        slash < 0 ? "" : text.substring(slash + 1));
  }

  @Override
  public int compareTo(Resource other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return kind + "/" + name;
  }
}
