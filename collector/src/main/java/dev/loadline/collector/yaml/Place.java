package dev.loadline.collector.yaml;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Where in a document the binder stands: the node, and the path of keys that led to it. */
record Place(String file, String path, Node node, int depth) {

  Place key(String key, Node child) {
    return new Place(file, path.isEmpty() ? key : path + "." + key, child, depth + 1);
  }

  Place index(int index, Node child) {
    return new Place(file, path + "[" + index + "]", child, depth + 1);
  }

  /** How a sentence names this place: {@code services.orders} or {@code the top level}. */
  String name() {
    return path.isEmpty() ? "the top level" : path;
  }

  /** How a sentence says that something is missing or too much here. */
  String under() {
    return path.isEmpty() ? "at the top level" : "under " + path;
  }

  int line() {
    return lineOf(node);
  }

  int column() {
    return node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
  }

  static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  Problem problem(String message) {
    return new Problem(file, line(), column(), path, message);
  }

  <T> Located<T> locate(T value) {
    return new Located<>(value, file, line(), column());
  }
}
