package dev.loadline.advisor.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.loadline.advisor.check.Finding;
import dev.loadline.advisor.check.Report;
import dev.loadline.advisor.document.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Measures the import on the documents in the directory that LOADLINE_DOCUMENTS names, against the
 * claims that people found in them (claims.tsv there) and the lines on which they stand.
 */
class DocumentFilesTest {

  @Test
  void ninetyPercentOfTheInputsAreRecoveredAndNoCertainFigureContradicts() throws IOException {
    String directory = System.getenv("LOADLINE_DOCUMENTS");
    assumeTrue(directory != null, "LOADLINE_DOCUMENTS names no directory of *.txt and claims.tsv");
    List<Claimed> claims = claims(Path.of(directory));
    Map<String, Draft> drafts = drafts(Path.of(directory));

    Score inputs = score(claims, drafts, claim -> claim.kind.equals("input"), true);
    Score derived = score(claims, drafts, claim -> claim.kind.equals("derived"), false);
    Score claimed = score(claims, drafts, c -> c.kind.equals("claim") && c.numeric(), false);
    Score advice = score(claims, drafts, c -> c.kind.equals("advice") && c.numeric(), false);
    Score words = score(claims, drafts, c -> !c.numeric(), false);
    List<String> wrong = contradictions(claims, drafts);
    int compared = compared(claims, drafts);

    System.out.println("input    " + inputs);
    System.out.println("derived  " + derived);
    System.out.println("claim    " + claimed);
    System.out.println("advice   " + advice);
    System.out.println("in words " + words);
    System.out.printf(
        "precision of certain figures: %d of %d do not contradict %s%n",
        compared - wrong.size(), compared, wrong);
    drafts.forEach(
        (id, draft) ->
            System.out.printf(
                "%s: %d facts, %d certain, %d lines not read%n",
                id,
                draft.facts().size(),
                draft.facts().stream().filter(Fact::certain).count(),
                draft.unread().size()));
    assertThat(wrong).isEmpty();
    assertThat(inputs.share()).isGreaterThanOrEqualTo(0.9);
    assertThat(derived.share()).isGreaterThanOrEqualTo(0.7);
    assertThat(claimed.share()).isGreaterThanOrEqualTo(0.7);
  }

  @Test
  void theDocumentsAreCheckedAsTheyAre() throws IOException {
    String directory = System.getenv("LOADLINE_DOCUMENTS");
    assumeTrue(directory != null, "LOADLINE_DOCUMENTS names no directory of *.txt and claims.tsv");
    Map<String, List<Finding>> found = new TreeMap<>();
    drafts(Path.of(directory))
        .forEach(
            (id, draft) ->
                found.put(
                    id,
                    Report.of(ModelFile.parse(draft.name(), draft.yaml()), List.of()).findings()));

    found.forEach(
        (id, findings) ->
            findings.forEach(f -> System.out.printf("%s %s: %s%n", id, f.rule(), f.message())));
    assertThat(rules(found, "000"))
        .contains("range-hidden-in-a-point", "limit-per-address-taken-for-user");
    assertThat(rules(found, "003"))
        .contains(
            "per-process-taken-for-total",
            "pool-above-server",
            "percentage-and-factor",
            "evidence-misses-the-bottleneck");
    assertThat(rules(found, "004")).contains("demand-above-capacity");
    assertThat(found.values())
        .flatExtracting(findings -> findings)
        .extracting(Finding::rule)
        .doesNotContain("change-does-not-fit");
  }

  private static List<String> rules(Map<String, List<Finding>> found, String id) {
    return Objects.requireNonNull(found.get(id)).stream().map(Finding::rule).toList();
  }

  private record Claimed(
      String id,
      String document,
      String kind,
      String quantity,
      @Nullable Double low,
      @Nullable Double high,
      String unit,
      List<Integer> lines) {
    boolean numeric() {
      return low != null || high != null;
    }
  }

  private record Score(int found, int named, int total, List<String> missing) {
    double share() {
      return total == 0 ? 1 : (double) found / total;
    }

    @Override
    public String toString() {
      return "%d of %d (%.0f %%) by figure, unit and line, %d of them under the same name; missing %s"
          .formatted(found, total, 100 * share(), named, missing);
    }
  }

  private static Score score(
      List<Claimed> claims, Map<String, Draft> drafts, Predicate<Claimed> which, boolean byName) {
    int found = 0;
    int named = 0;
    int total = 0;
    List<String> missing = new ArrayList<>();
    for (Claimed claim : claims) {
      Draft draft = drafts.get(claim.document);
      if (which.test(claim) && draft != null) {
        List<Fact> same = draft.facts().stream().filter(fact -> matches(claim, fact)).toList();
        boolean name = same.stream().anyMatch(fact -> sameName(claim, fact, byName));
        total++;
        named += name ? 1 : 0;
        boolean hit = (byName || !claim.numeric()) ? name : !same.isEmpty();
        found += hit ? 1 : 0;
        if (!hit) {
          missing.add(claim.id + " " + claim.quantity);
        } else if (!name) {
          missing.add("(" + claim.id + " " + claim.quantity + ")");
        }
      }
    }
    return new Score(found, named, total, missing);
  }

  private static boolean matches(Claimed claim, Fact fact) {
    if (!claim.lines.contains(fact.line())) {
      return false;
    }
    Figure figure = fact.figure();
    if (!claim.numeric() || figure == null) {
      return !claim.numeric();
    }
    return sameFigure(claim, figure);
  }

  private static boolean sameName(Claimed claim, Fact fact, boolean exactly) {
    return fact.quantity().equals(claim.quantity)
        || (!exactly && fact.quantity().startsWith(claim.quantity + "."));
  }

  private static boolean sameFigure(Claimed claim, Figure figure) {
    Base one = base(claim.unit);
    Base other = base(figure.unit());
    return one.of.equals(other.of)
        && same(claim.low, one, figure.low(), other)
        && same(claim.high, one, figure.high(), other);
  }

  private static boolean same(@Nullable Double a, Base one, @Nullable Double b, Base other) {
    if (a == null || b == null) {
      return Objects.equals(a, b);
    }
    return Math.abs(a * one.factor - b * other.factor) <= 1e-9 * Math.abs(a * one.factor);
  }

  /** A unit as a number of another: a millisecond is 0.001 of "seconds". */
  private record Base(double factor, String of) {}

  private static Base base(String unit) {
    Map<String, Base> known = new HashMap<>();
    known.put("milliseconds", new Base(0.001, "seconds"));
    known.put("minutes", new Base(60, "seconds"));
    known.put("hours", new Base(3600, "seconds"));
    known.put("kB", new Base(1e3, "bytes"));
    known.put("MB", new Base(1e6, "bytes"));
    known.put("GB", new Base(1e9, "bytes"));
    known.put("TB", new Base(1e12, "bytes"));
    known.put("messages/s", new Base(1, "messages/second"));
    known.put("Uvicorn worker", new Base(1, "workers"));
    known.put("container", new Base(1, "containers"));
    known.put("servers", new Base(1, "instances"));
    known.put("read replicas", new Base(1, "replicas"));
    known.put("percent of a core", new Base(1, "percent"));
    return known.getOrDefault(unit, new Base(1, unit));
  }

  /** Certain figures of a quantity that the claims of that document also have, and none equals. */
  private static List<String> contradictions(List<Claimed> claims, Map<String, Draft> drafts) {
    List<String> wrong = new ArrayList<>();
    drafts.forEach(
        (id, draft) ->
            draft.facts().stream()
                .filter(fact -> fact.certain() && fact.figure() != null)
                .filter(fact -> contradicts(about(claims, id, fact), fact))
                .forEach(fact -> wrong.add(id + ":" + fact.line() + " " + fact)));
    return wrong;
  }

  private static int compared(List<Claimed> claims, Map<String, Draft> drafts) {
    return drafts.entrySet().stream()
        .mapToInt(
            entry ->
                (int)
                    entry.getValue().facts().stream()
                        .filter(fact -> fact.certain() && fact.figure() != null)
                        .filter(fact -> !about(claims, entry.getKey(), fact).isEmpty())
                        .count())
        .sum();
  }

  private static List<Claimed> about(List<Claimed> claims, String document, Fact fact) {
    boolean advice = fact.kind() == Fact.Kind.ADVICE;
    return claims.stream()
        .filter(claim -> claim.document.equals(document) && claim.numeric())
        .filter(claim -> claim.quantity.equals(fact.quantity()))
        .filter(claim -> claim.kind.equals("advice") == advice)
        .toList();
  }

  private static boolean contradicts(List<Claimed> about, Fact fact) {
    Figure figure = Objects.requireNonNull(fact.figure());
    return !about.isEmpty() && about.stream().noneMatch(claim -> sameFigure(claim, figure));
  }

  private static Map<String, Draft> drafts(Path directory) throws IOException {
    Map<String, Draft> drafts = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        String name = file.getFileName().toString();
        drafts.put(name.substring(0, 3), MarkdownImport.read(name, Files.readString(file)));
      }
    }
    return drafts;
  }

  private static List<Claimed> claims(Path directory) throws IOException {
    Map<String, List<Integer>> lines = lines();
    try (Stream<String> rows = Files.lines(directory.resolve("claims.tsv"))) {
      return rows.skip(1).map(row -> row.split("\t")).map(cells -> claim(cells, lines)).toList();
    }
  }

  private static Claimed claim(String[] cells, Map<String, List<Integer>> lines) {
    return new Claimed(
        cells[0],
        cells[1],
        cells[2],
        cells[3],
        number(cells[4]),
        number(cells[5]),
        cells[6],
        lines.getOrDefault(cells[0], List.of()));
  }

  private static @Nullable Double number(String cell) {
    return cell.equals("-") ? null : Double.valueOf(cell);
  }

  private static Map<String, List<Integer>> lines() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(DocumentFilesTest.class.getResourceAsStream("lines.tsv"))) {
      Map<String, List<Integer>> lines = new HashMap<>();
      for (String row : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        String[] cells = row.split("\t");
        lines.put(cells[0], Arrays.stream(cells[1].split(",")).map(Integer::valueOf).toList());
      }
      return lines;
    }
  }
}
