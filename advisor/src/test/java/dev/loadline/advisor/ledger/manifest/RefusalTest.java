package dev.loadline.advisor.ledger.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadline.collector.yaml.ProblemsException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefusalTest {

  @Test
  void templatesAreToBeRenderedFirst() {
    refused(
        "kind: Deployment\nspec:\n  replicas: {{ .Values.replicaCount }}\n",
        "f.yaml:3: a template with {{ }}; render it first: helm template");
    refused(
        "{{- if .Values.enabled }}\nkind: Deployment\n{{- end }}\n",
        "f.yaml:1: a template with {{ }}; render it first: helm template");
    refused(
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: \"{{ .Release.Name }}\"}\n",
        "f.yaml:3: a template with {{ }}; render it first: helm template");
  }

  @Test
  void badFilesAreRefusedInOneClearError() {
    refused("", "f.yaml:1: the file is empty");
    refused("[".repeat(100_000), "f.yaml:1: nested deeper than 100 levels; flatten it");
    refused("x".repeat(100 * 1024 * 1024), "f.yaml:1: larger than 3 MiB; split the file");
    refused("a: 1\na: 2\n", "f.yaml:2: duplicate key 'a'; keep one");
    refused(
        "[databases]\n" + "x".repeat(4 * 1024 * 1024),
        "f.yaml:1: larger than 3 MiB; split the file");
    refused("[databases]\n\0", "f.yaml:1: not text: it has NUL characters");
    assertThatThrownBy(() -> Manifests.read("f.yaml", "kind: a\0b"))
        .isInstanceOf(ProblemsException.class)
        .hasMessageStartingWith("f.yaml:1: not YAML: ");
    assertThatThrownBy(() -> Manifests.read("f.yaml", "\u007fELF\u0002\u0001"))
        .isInstanceOf(ProblemsException.class)
        .hasMessageStartingWith("f.yaml:1: not YAML: ");
  }

  @Test
  void theProblemsOfAllFilesComeAtOnce() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a.yaml", "");
    files.put("b.yaml", "kind: [\n");

    assertThatThrownBy(() -> Manifests.read(files))
        .isInstanceOf(ProblemsException.class)
        .hasMessageStartingWith("a.yaml:1: the file is empty\nb.yaml:2: not YAML: ");
  }

  @Test
  void knowsItsFilesFromOthers() {
    assertThat(Manifests.recognises("a", "services: {web: {image: x}}")).isTrue();
    assertThat(Manifests.recognises("a", "apiVersion: v1\nkind: Pod\n")).isTrue();
    assertThat(Manifests.recognises("a", "web: {replicaCount: 3}")).isTrue();
    assertThat(Manifests.recognises("a", "[pgbouncer]\nmax_client_conn=3\n")).isTrue();
    assertThat(Manifests.recognises("a", "name: capsules\nservice: orders\n")).isFalse();
    assertThat(Manifests.recognises("a", "# Capacity\n\n- pool: 5 + 10: 15\n")).isFalse();
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> Manifests.read("f.yaml", text))
        .isInstanceOf(ProblemsException.class)
        .hasMessage(message);
  }
}
