package dev.loadline.collector.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.auto.service.AutoService;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class YamlDocumentTest {

  enum Mode {
    FAIL_OPEN,
    CLOSED
  }

  record Inner(String name, @Default("7") int size) {
    Inner {
      if (size > 100) {
        throw new IllegalArgumentException("a size of at most 100 is needed");
      }
    }
  }

  record Everything(
      String text,
      int whole,
      long big,
      double real,
      boolean truth,
      Duration timeout,
      URI address,
      Path file,
      Mode mode,
      Ratio share,
      Rate rate,
      List<String> list,
      Map<String, Inner> map,
      Inner nestedRecord,
      Located<Integer> located,
      @Nullable String optional) {}

  record Objective(Duration p95) {}

  record Entry(@Nullable Objective objective, @Nullable Path document) {}

  record Config(@Default("{}") Map<String, Entry> services, @Default("10s") Duration interval) {}

  record Tree(@Default("[]") List<Tree> children) {}

  interface Shape<S extends Record> extends Plugin<S> {
    double area(S settings);
  }

  @SuppressWarnings("rawtypes")
  @AutoService(Shape.class)
  public static final class SquareShape implements Shape<SquareShape.Settings> {
    public record Settings(double side) {}

    @Override
    public String name() {
      return "square";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public double area(Settings settings) {
      return settings.side() * settings.side();
    }
  }

  record Drawing(List<Chosen<Shape<?>>> shapes) {}

  @Test
  void bindsEveryKindOfComponent() {
    Everything bound =
        bind(
            Everything.class,
            """
            text: 10.0.0.7:9464
            whole: 10
            big: 9000000000
            real: 1e-3
            truth: true
            timeout: 10 s
            address: http://127.0.0.1:9093
            file: models/orders.yaml
            mode: fail-open
            share: 1%
            rate: 60/min
            list: [a, 'b']
            map:
              first: {name: one, size: 2}
              second: {name: two}
            nested_record: {name: three}
            located: 5
            """);

    assertThat(bound)
        .isEqualTo(
            new Everything(
                "10.0.0.7:9464",
                10,
                9_000_000_000L,
                0.001,
                true,
                Duration.ofSeconds(10),
                URI.create("http://127.0.0.1:9093"),
                Path.of("models/orders.yaml"),
                Mode.FAIL_OPEN,
                new Ratio(0.01),
                new Rate(1),
                List.of("a", "b"),
                Map.of("first", new Inner("one", 2), "second", new Inner("two", 7)),
                new Inner("three", 7),
                new Located<>(5, "loadline.yaml", 17, 10),
                null));
  }

  @Test
  void namesTheNearestKey() {
    assertThat(
            problems(
                Config.class,
                """
                interval: 10s
                services:
                  orders:
                    objectiv: {p95: 200ms}
                """))
        .containsExactly(
            "loadline.yaml:4: unknown key 'objectiv' under services.orders;"
                + " did you mean 'objective'?");
  }

  @Test
  void namesAllKeysWhereNoneIsNear() {
    assertThat(problems(Config.class, "zzz: 1\n"))
        .containsExactly(
            "loadline.yaml:1: unknown key 'zzz' at the top level; known: services, interval");
  }

  @Test
  void reportsAllProblemsAtOnceInTheOrderOfLines() {
    assertThat(
            problems(
                Everything.class,
                """
                text: [a]
                whole: ten
                big: 1.5
                real: NaN
                truth: yes
                timeout: 10
                address: "http://[x"
                file: f
                mode: fail-opn
                share: 5
                rate: 60/fortnight
                list: one
                map: [1]
                nested_record: {name: x, size: 101}
                """))
        .containsExactly(
            "loadline.yaml:1: missing key 'located' at the top level; it takes a value",
            "loadline.yaml:1: text is a list; it takes text",
            "loadline.yaml:2: 'ten' does not suit whole: write a whole number such as 10",
            "loadline.yaml:3: '1.5' does not suit big: write a whole number such as 10",
            "loadline.yaml:4: 'NaN' does not suit real: write a number such as 0.5",
            "loadline.yaml:5: 'yes' does not suit truth: write true or false",
            "loadline.yaml:6: '10' does not suit timeout: write a duration such as 200ms, 10s or 5min",
            "loadline.yaml:7: 'http://[x' does not suit address: write an address such as"
                + " http://host:9090",
            "loadline.yaml:9: 'fail-opn' does not suit mode: write one of fail-open, closed;"
                + " did you mean 'fail-open'?",
            "loadline.yaml:10: '5' does not suit share: a ratio lies between 0 and 1; per cent need their sign",
            "loadline.yaml:11: '60/fortnight' does not suit rate: write a rate as 10/s, 60/min,"
                + " 3600/h or 86400/d",
            "loadline.yaml:12: list is 'one'; it takes a list",
            "loadline.yaml:13: map is a list; it takes keys and values",
            "loadline.yaml:14: nested_record: a size of at most 100 is needed");
  }

  @Test
  void tellsPathAndColumn() {
    ProblemsException refused = refusal(Config.class, "services: {orders: {objective: {p95: x}}}");

    assertThat(refused.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("services.orders.objective.p95");
              assertThat(problem.column()).isEqualTo(38);
            });
  }

  @Test
  void saysWhatAMissingKeyTakes() {
    assertThat(problems(Config.class, "services: {orders: {objective: {}}}"))
        .containsExactly(
            "loadline.yaml:1: missing key 'p95' under services.orders.objective;"
                + " it takes a duration such as 200ms, 10s or 5min");
  }

  @Test
  void refusesAKeyThatStandsTwice() {
    assertThat(problems(Config.class, "interval: 1s\ninterval: 2s\n"))
        .containsExactly(
            "loadline.yaml:2: duplicate key 'interval' at the top level, first on line 1; keep one");
  }

  @Test
  void refusesAnEmptyValueWhereOneIsNeeded() {
    assertThat(problems(Config.class, "interval:\n"))
        .containsExactly(
            "loadline.yaml:1: interval is empty; it takes a duration such as 200ms, 10s or 5min");
  }

  @Test
  void leavesWhatIsNullableOut() {
    assertThat(bind(Config.class, "services: {orders: {document: }}").services())
        .containsExactly(Map.entry("orders", new Entry(null, null)));
  }

  @Test
  void choosesAPluginByItsKey() {
    Drawing drawing = bind(Drawing.class, "shapes: [square: {side: 3}]");

    assertThat(drawing.shapes())
        .singleElement()
        .satisfies(
            chosen -> {
              assertThat(chosen.plugin()).isInstanceOf(SquareShape.class);
              assertThat(chosen.settings()).isEqualTo(new SquareShape.Settings(3));
            });
  }

  @Test
  void refusesAPluginThatDoesNotExistAndMoreThanOneInAnEntry() {
    assertThat(
            problems(
                Drawing.class,
                """
                shapes:
                  - sqare: {side: 3}
                  - {square: {side: 1}, circle: {}}
                  - square: {sides: 3}
                """))
        .containsExactly(
            "loadline.yaml:2: unknown key 'sqare' under shapes[0]; did you mean 'square'?",
            "loadline.yaml:3: shapes[1] has 2 keys; it takes exactly one of square",
            "loadline.yaml:4: missing key 'side' under shapes[2].square;"
                + " it takes a number such as 0.5",
            "loadline.yaml:4: unknown key 'sides' under shapes[2].square; did you mean 'side'?");
  }

  @Test
  void refusesWhatIsNotYamlWithItsLine() {
    assertThat(problems(Config.class, "interval: 1s\nservices: {orders: [}\n"))
        .singleElement()
        .asString()
        .startsWith("loadline.yaml:2: not YAML: ");
  }

  @Test
  void refusesAnEmptyFileAndASecondDocument() {
    assertThat(problems(Config.class, "# nothing\n"))
        .containsExactly("loadline.yaml:1: the file is empty");
    assertThat(problems(Config.class, "interval: 1s\n---\ninterval: 2s\n"))
        .singleElement()
        .asString()
        .contains("not YAML");
  }

  @Test
  void refusesTags() {
    assertThat(problems(Config.class, "interval: !!javax.script.ScriptEngineManager [x]\n"))
        .containsExactly("loadline.yaml:1: tags (!…) are not allowed; leave it out");
  }

  @Test
  void refusesDeepNestingWithoutDescending() {
    assertThat(problems(Config.class, "services: " + "[".repeat(100_000)))
        .containsExactly("loadline.yaml:1: nested deeper than 32 levels; flatten it");
  }

  @Test
  void refusesAnAliasBomb() {
    String bomb = "a: &a [x]\nb: [" + "*a,".repeat(21) + "]\n";

    assertThat(problems(Config.class, bomb))
        .containsExactly("loadline.yaml:2: more than 20 aliases; write the values out");
  }

  @Test
  void refusesANodeThatContainsItself() {
    assertThat(problems(Tree.class, "&a {children: [*a]}"))
        .singleElement()
        .asString()
        .endsWith("contains itself; write it out instead of using an alias");
  }

  @Test
  void refusesMoreThanThreeMebibytes() {
    assertThat(problems(Config.class, "#".repeat(YamlDocument.MAX_BYTES + 1)))
        .containsExactly("loadline.yaml:1: larger than 3 MiB; split the file");
  }

  private static <T extends Record> T bind(Class<T> type, String text) {
    return YamlDocument.parse("loadline.yaml", text).bind(type);
  }

  private static <T extends Record> ProblemsException refusal(Class<T> type, String text) {
    return catchThrowableOfType(ProblemsException.class, () -> bind(type, text));
  }

  private static <T extends Record> List<String> problems(Class<T> type, String text) {
    return refusal(type, text).problems().stream().map(Problem::toString).toList();
  }
}
