package dev.loadline.collector.catalogue;

/**
 * A key of a table: a metric's name, and after it which of its points are meant, {@code
 * db.client.connections.usage{state=used}}.
 */
record MetricName(NamePattern pattern, Selector selector) {

  static MetricName parse(String text) {
    int open = text.lastIndexOf('{');
    if (open > 0 && text.endsWith("}") && text.indexOf('=', open) > 0) {
      return new MetricName(
          NamePattern.parse(text.substring(0, open).strip()),
          Selector.parse(text.substring(open + 1, text.length() - 1)));
    }
    return new MetricName(NamePattern.parse(text), Selector.ALL);
  }
}
