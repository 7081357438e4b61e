package dev.loadline.collector.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Makes trees of nodes; what aliases share is written out, so their number is bounded. */
final class TreeReader {
  static final int MAX_VALUES = 200_000;
  private static final Bounds BOUNDS = new Bounds(100, 200, true);
  private static final int MAX_DEPTH = 150;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setMaxAliasesForCollections(BOUNDS.aliases())
          .setCodePointLimit(YamlDocument.MAX_BYTES)
          .build();

  private final String file;
  private int values;

  private TreeReader(String file) {
    this.file = file;
  }

  static List<YamlTree> read(String file, String text) {
    if (text.length() > YamlDocument.MAX_BYTES
        || text.getBytes(StandardCharsets.UTF_8).length > YamlDocument.MAX_BYTES) {
      throw YamlDocument.refusal(file, Optional.empty(), "larger than 3 MiB; split the file");
    }
    try {
      BOUNDS.check(file, SETTINGS, text);
      TreeReader reader = new TreeReader(file);
      List<YamlTree> documents = new ArrayList<>();
      for (Node node : new Compose(SETTINGS).composeAllFromString(text)) {
        if (!isNull(node)) {
          documents.add(reader.tree(node, 0));
        }
      }
      if (documents.isEmpty()) {
        throw YamlDocument.refusal(file, Optional.empty(), "the file is empty");
      }
      return documents;
    } catch (MarkedYamlEngineException e) {
      throw YamlDocument.refusal(file, e.getProblemMark(), "not YAML: " + line(e.getProblem()));
    } catch (YamlEngineException e) {
      throw YamlDocument.refusal(file, Optional.empty(), "not YAML: " + line(e.getMessage()));
    }
  }

  /** A reason in one line, whatever character it quotes. */
  private static String line(@Nullable String reason) {
    return reason == null ? "unreadable" : reason.lines().findFirst().orElse("unreadable").strip();
  }

  private YamlTree tree(Node node, int depth) {
    if (++values > MAX_VALUES || depth > MAX_DEPTH) {
      throw refuse(node, "aliases make it larger than 200000 values; write the values out");
    }
    int line = Place.lineOf(node);
    if (node instanceof MappingNode mapping) {
      return YamlTree.map(file, line, entries(mapping, depth));
    }
    if (node instanceof SequenceNode sequence) {
      return YamlTree.list(
          file, line, sequence.getValue().stream().map(item -> tree(item, depth + 1)).toList());
    }
    return isNull(node) ? YamlTree.nothing(file, line) : scalar((ScalarNode) node, line);
  }

  private YamlTree scalar(ScalarNode node, int line) {
    boolean block =
        node.getScalarStyle() == ScalarStyle.LITERAL || node.getScalarStyle() == ScalarStyle.FOLDED;
    return YamlTree.text(file, line, block, node.getValue());
  }

  private Map<String, YamlTree> entries(MappingNode mapping, int depth) {
    Map<String, YamlTree> own = new LinkedHashMap<>();
    Map<String, YamlTree> merged = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = ((ScalarNode) tuple.getKeyNode()).getValue();
      YamlTree value = tree(tuple.getValueNode(), depth + 1);
      if (key.equals("<<")) {
        merge(value, merged);
      } else if (own.put(key, value) != null) {
        throw refuse(tuple.getKeyNode(), "duplicate key '" + key + "'; keep one");
      }
    }
    merged.forEach(own::putIfAbsent);
    return own;
  }

  private static void merge(YamlTree value, Map<String, YamlTree> merged) {
    value.entries().forEach(merged::putIfAbsent);
    value.items().forEach(item -> item.entries().forEach(merged::putIfAbsent));
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private ProblemsException refuse(Node node, String message) {
    return YamlDocument.refusal(file, node.getStartMark(), message);
  }
}
