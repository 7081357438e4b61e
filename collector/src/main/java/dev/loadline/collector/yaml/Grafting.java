package dev.loadline.collector.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Puts a node at a path of another tree, which is left as it is. */
final class Grafting {

  private Grafting() {}

  static Node graft(String file, Node at, List<String> path, Node value) {
    if (path.isEmpty()) {
      return value;
    }
    if (!(at instanceof MappingNode mapping)) {
      throw YamlDocument.refusal(
          file,
          at.getStartMark(),
          "nothing can be set below this: no key '%s'".formatted(path.get(0)));
    }
    String key = path.get(0);
    List<String> rest = path.subList(1, path.size());
    List<NodeTuple> tuples = new ArrayList<>(mapping.getValue());
    for (int i = 0; i < tuples.size(); i++) {
      NodeTuple tuple = tuples.get(i);
      if (isKey(tuple, key)) {
        Node changed = graft(file, tuple.getValueNode(), rest, value);
        tuples.set(i, new NodeTuple(tuple.getKeyNode(), changed));
        return mapping(at, tuples);
      }
    }
    tuples.add(
        new NodeTuple(scalar(at, key), graft(file, mapping(at, new ArrayList<>()), rest, value)));
    return mapping(at, tuples);
  }

  static Node nearest(Node at, List<String> path) {
    Optional<NodeTuple> inner =
        path.isEmpty() || !(at instanceof MappingNode mapping)
            ? Optional.empty()
            : mapping.getValue().stream().filter(tuple -> isKey(tuple, path.get(0))).findFirst();
    return inner
        .map(
            tuple ->
                path.size() == 1
                    ? tuple.getKeyNode()
                    : nearest(tuple.getValueNode(), path.subList(1, path.size())))
        .orElse(at);
  }

  private static boolean isKey(NodeTuple tuple, String key) {
    return tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key);
  }

  private static Node mapping(Node like, List<NodeTuple> tuples) {
    return new MappingNode(
        Tag.MAP, true, tuples, FlowStyle.BLOCK, like.getStartMark(), like.getEndMark());
  }

  private static Node scalar(Node like, String text) {
    return new ScalarNode(
        Tag.STR, true, text, ScalarStyle.PLAIN, like.getStartMark(), like.getEndMark());
  }
}
