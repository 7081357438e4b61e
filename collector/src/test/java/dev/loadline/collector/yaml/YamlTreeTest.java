package dev.loadline.collector.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class YamlTreeTest {

  @Test
  void readsEveryDocumentWithItsLines() {
    List<YamlTree> documents =
        YamlTree.parse(
            "k8s.yaml",
            """
            # two things
            kind: Deployment
            spec:
              replicas: 4
              args: [serve, --workers, "2"]
            ---
            ---
            kind: ConfigMap
            data:
              pgbouncer.ini: |
                [pgbouncer]
                default_pool_size = 20
            """);

    assertThat(documents).hasSize(2);
    YamlTree replicas = documents.get(0).at("spec", "replicas").orElseThrow();
    assertThat(replicas.text()).contains("4");
    assertThat(replicas.where()).isEqualTo("k8s.yaml:4");
    assertThat(documents.get(0).list("spec", "args"))
        .extracting(item -> item.text().orElse(""))
        .containsExactly("serve", "--workers", "2");
    YamlTree ini = documents.get(1).at("data", "pgbouncer.ini").orElseThrow();
    assertThat(ini.line()).isEqualTo(10);
    assertThat(ini.textLine()).isEqualTo(11);
  }

  @Test
  void mergesWhatAnAnchorHolds() {
    YamlTree document =
        YamlTree.parse(
                "compose.yaml",
                """
                x-common: &common {DB_POOL_SIZE: 5, LOG: info}
                web: {<<: *common, DB_POOL_SIZE: 20}
                """)
            .get(0);

    assertThat(document.string("web", "DB_POOL_SIZE")).contains("20");
    assertThat(document.string("web", "LOG")).contains("info");
  }

  @Test
  void knowsEmptyValuesFromText() {
    YamlTree document = YamlTree.parse("a.yaml", "a:\nb: ''\nc: !Ref x\n").get(0);

    assertThat(document.at("a")).isPresent();
    assertThat(document.string("a")).isEmpty();
    assertThat(document.string("b")).contains("");
    assertThat(document.string("c")).contains("x");
    assertThat(document.at("a", "x", "y")).isEmpty();
  }

  @Test
  void refusesWhatWouldFillTheMemory() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }

    assertThat(problem(bomb.toString()))
        .isEqualTo("f.yaml:1: aliases make it larger than 200000 values; write the values out");
    assertThat(problem("[".repeat(100_000)))
        .isEqualTo("f.yaml:1: nested deeper than 100 levels; flatten it");
    assertThat(problem("a: &a [*a]\n")).startsWith("f.yaml:1: ");
    assertThat(problem("x".repeat(100 * 1024 * 1024)))
        .isEqualTo("f.yaml:1: larger than 3 MiB; split the file");
  }

  @Test
  void refusesWhatIsNoYaml() {
    assertThat(problem("a: 1\0b")).startsWith("f.yaml:1: not YAML: ").doesNotContain("\n");
    assertThat(problem("\u0001\u0002ELF\uFFFD")).startsWith("f.yaml:1: not YAML: ");
    assertThat(problem("a: *\n")).startsWith("f.yaml:1: not YAML: ").doesNotContain("\n");
    assertThat(problem("")).isEqualTo("f.yaml:1: the file is empty");
    assertThat(problem("# only words\n---\n")).isEqualTo("f.yaml:1: the file is empty");
    assertThat(problem("a: 1\na: 2\n")).isEqualTo("f.yaml:2: duplicate key 'a'; keep one");
    assertThat(problem("a: {{ .Values.a }}\n")).startsWith("f.yaml:1: not YAML: ");
  }

  private static String problem(String text) {
    ProblemsException refused =
        catchThrowableOfType(ProblemsException.class, () -> YamlTree.parse("f.yaml", text));
    assertThat(refused.problems()).hasSize(1);
    return refused.problems().get(0).toString();
  }
}
