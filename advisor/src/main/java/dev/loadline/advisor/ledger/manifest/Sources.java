package dev.loadline.advisor.ledger.manifest;

import dev.loadline.collector.yaml.Problem;
import dev.loadline.collector.yaml.ProblemsException;
import dev.loadline.collector.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of a fleet by their kinds. */
final class Sources {
  static final int MAX_DOCUMENTS = 2_000;

  private static final Pattern TEMPLATE = Pattern.compile("(?m)^[^#\\n]*\\{\\{");
  private static final Pattern INI =
      Pattern.compile("(?m)^[ \\t]*\\[(pgbouncer|databases)\\][ \\t]*$");
  private static final Pattern OBJECT = Pattern.compile("(?m)^(kind|services)[ \\t]*:");
  private static final Set<String> VALUES =
      Set.of("replicaCount", "autoscaling", "image", "env", "extraEnv", "extraEnvVars");

  private final List<YamlTree> objects = new ArrayList<>();
  private final List<YamlTree> composed = new ArrayList<>();
  private final List<YamlTree> values = new ArrayList<>();
  private final Map<String, Setting> inis = new LinkedHashMap<>();

  void add(String name, String text) {
    if (isIni(text)) {
      inis.put(name, new Setting(readable(name, text), "", name, 1));
      return;
    }
    refuseMany(taken(name, text));
  }

  private static boolean isIni(String text) {
    return INI.matcher(bounded(text)).find() && !OBJECT.matcher(bounded(text)).find();
  }

  private List<YamlTree> taken(String name, String text) {
    List<YamlTree> documents = parse(name, text).stream().flatMap(Sources::unlisted).toList();
    documents.forEach(this::sort);
    return documents;
  }

  private static void refuseMany(List<YamlTree> documents) {
    if (documents.size() > MAX_DOCUMENTS) {
      YamlTree first = documents.get(MAX_DOCUMENTS);
      String message = "more than %,d documents; split the file".formatted(MAX_DOCUMENTS);
      throw new ProblemsException(List.of(new Problem(first.file(), first.line(), 1, "", message)));
    }
  }

  static boolean recognises(String name, String text) {
    try {
      Sources sources = new Sources();
      if (!isIni(text)) {
        sources.taken(name, text);
      }
      return sources.values.stream().allMatch(Sources::looksLikeValues);
    } catch (ProblemsException e) {
      return false;
    }
  }

  /**
   * @param unnamed how a chart whose values name nothing is called; empty where nobody knows
   */
  List<Workload> workloads(String unnamed, List<Remark> remarks) {
    List<Workload> workloads = new ArrayList<>();
    workloads.addAll(new KubernetesObjects(objects, remarks).workloads());
    composed.forEach(document -> workloads.addAll(ComposeFile.workloads(document, remarks)));
    for (YamlTree document : values) {
      List<Workload> found = HelmValues.workloads(document, unnamed, remarks);
      if (found.isEmpty()) {
        remarks.add(
            new Remark(
                document.where(),
                "no Kubernetes object, Compose file or chart's values; nothing was read"));
      }
      workloads.addAll(found);
    }
    return workloads;
  }

  /** Files of PgBouncer, in their order, then those of ConfigMaps that no container mounts. */
  List<PoolerFile> poolers(List<Workload> workloads) {
    List<PoolerFile> files = new ArrayList<>(inis.values().stream().map(PoolerFile::file).toList());
    Set<Setting> mounted =
        workloads.stream()
            .flatMap(workload -> workload.containers().stream())
            .flatMap(container -> container.files().values().stream())
            .collect(Collectors.toSet());
    ConfigMaps.of(objects)
        .data()
        .forEach(
            (object, keys) ->
                keys.forEach(
                    (key, text) -> {
                      if (bounded(text.orEmpty()).contains("[pgbouncer]")
                          && !mounted.contains(text)) {
                        files.add(PoolerFile.kept(object, key, text));
                      }
                    }));
    return files;
  }

  private void sort(YamlTree document) {
    if (isObject(document)) {
      refuseTemplate(document);
      objects.add(document);
    } else if (ComposeFile.is(document)) {
      composed.add(document);
    } else {
      values.add(document);
    }
  }

  private static boolean isObject(YamlTree document) {
    return document.string("kind").isPresent() && document.string("apiVersion").isPresent();
  }

  /** What a list of objects has in it; anything else is by itself. */
  private static Stream<YamlTree> unlisted(YamlTree document) {
    return isObject(document) && KubernetesObjects.kind(document).endsWith("List")
        ? document.list("items").stream().flatMap(Sources::unlisted)
        : Stream.of(document);
  }

  private static boolean looksLikeValues(YamlTree document) {
    return document.entries().entrySet().stream()
        .anyMatch(
            entry ->
                VALUES.contains(entry.getKey())
                    || entry.getValue().entries().keySet().stream().anyMatch(VALUES::contains));
  }

  private static List<YamlTree> parse(String name, String text) {
    try {
      return YamlTree.parse(name, text);
    } catch (ProblemsException e) {
      Matcher template = TEMPLATE.matcher(bounded(text));
      if (template.find()) {
        int line =
            1 + (int) text.substring(0, template.end()).chars().filter(c -> c == '\n').count();
        throw unrendered(name, line);
      }
      throw e;
    }
  }

  private static void refuseTemplate(YamlTree object) {
    for (String[] path :
        List.of(new String[] {"metadata", "name"}, new String[] {"spec", "replicas"})) {
      object
          .at(path)
          .filter(tree -> tree.text().orElse("").contains("{{"))
          .ifPresent(
              tree -> {
                throw unrendered(tree.file(), tree.line());
              });
    }
  }

  private static ProblemsException unrendered(String name, int line) {
    return new ProblemsException(
        List.of(
            new Problem(
                name, line, 1, "", "a template with {{ }}; render it first: helm template")));
  }

  private static String readable(String name, String text) {
    if (text.length() > 3 * 1024 * 1024) {
      throw new ProblemsException(
          List.of(new Problem(name, 1, 1, "", "larger than 3 MiB; split the file")));
    }
    int at = text.indexOf('\0');
    if (at >= 0) {
      throw new ProblemsException(
          List.of(new Problem(name, 1, 1, "", "not text: it has NUL characters")));
    }
    return text;
  }

  /** Enough of a text to tell what it is. */
  private static String bounded(String text) {
    return text.substring(0, Math.min(text.length(), 1024 * 1024));
  }
}
