package dev.loadline.advisor.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.check.Report;
import dev.loadline.advisor.document.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the checks find in documents as they were written. */
class DraftChecksTest {
  private static final List<String> FIXTURES =
      List.of(
          "parcels.md",
          "kiosk.md",
          "orchard.md",
          "harbour.md",
          "lighthouse.md",
          "ferry.md",
          "choir.md");
  private static final int CUTTINGS = 200;

  @Test
  void stepsAndOptionsAreCheckedAgainstWhatStandsNow() {
    assertThat(findings("ferry.md"))
        .containsExactly(
            "per-process-taken-for-total: pool.capacity is stated as 15 connections; each process"
                + " has a pool of its own: 2 processes x 15 connections = 30",
            "per-process-taken-for-total: a.pool.capacity is stated as 40 connections; each process"
                + " has a pool of its own: 6 processes x 40 connections = 240 with option"
                + " a_bigger_machine",
            "percentage-and-factor: option add_gunicorn_workers is said to add 200 %; it makes 2"
                + " times as much, which is 100 % more",
            "pool-above-server: more connections than database accepts: 90 of 40 on rung step_2 (3"
                + " replicas x 2 workers x 15 (10 + 5)); 180 of 40 on rung step_3 (3 replicas x 4"
                + " workers x 15 (10 + 5))",
            "ranges-against-each-other: users.concurrent is stated as 300-400 users, but the workers"
                + " take 80-120 concurrent requests at once, and no rate per user is stated by which"
                + " more users could share them",
            "evidence-misses-the-bottleneck: wrk against /api/status touches workers, and never"
                + " pool/database, which the document calls a bottleneck: test a route that does",
            "gain-ignores-the-next-bottleneck: what is claimed for more connections holds only as"
                + " far as database bears it, and its cores and the CPU time of a query are not both"
                + " stated: 900-1200 users (draft-016); 1200 users (draft-018)",
            "no-sum: capacities that nothing in the document gives: draft-008 and draft-024",
            "server-limit-not-stated: how many connections database accepts is not stated; may be"
                + " opened: 30 now, 60 with option add_gunicorn_workers, 90 with option"
                + " start_more_backends, 240 with option a_bigger_machine");
  }

  @Test
  void whatEachUserTakesIsHeldAgainstTheServerThatTheDocumentAsksFor() {
    assertThat(findings("choir.md"))
        .filteredOn(finding -> finding.startsWith("demand-above-capacity"))
        .containsExactly(
            "demand-above-capacity: network/instances carries 312.5 users now (50 Mbit/s / 20 kB/s"
                + " per user), stated are 500-800 users (draft-003)");
  }

  @Test
  void everyDraftCanBeReadAndChecked() {
    for (String fixture : FIXTURES) {
      assertThat(checked(fixture, Fixtures.text(fixture)).claims()).isNotEmpty();
    }
  }

  @Test
  void everyCuttingOfADocumentIsADraftThatCanBeReadAndChecked() {
    Random random = new Random(20_240_611);
    for (int i = 0; i < CUTTINGS; i++) {
      String fixture = FIXTURES.get(i % FIXTURES.size());
      String cutting = cutting(Fixtures.text(fixture), random);
      Draft draft = MarkdownImport.read(fixture, cutting);
      assertThat(checked(fixture, cutting).claims())
          .as("cutting %d of %s:%n%s", i, fixture, cutting)
          .hasSameSizeAs(draft.facts());
    }
  }

  /** Some of the lines in another order, some of them cut short; never none. */
  private static String cutting(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int from = random.nextInt(lines.size() / 2);
    List<String> cut = new ArrayList<>(lines.subList(from, lines.size()));
    cut.removeIf(line -> random.nextInt(5) == 0);
    for (int i = 0; i < cut.size(); i++) {
      if (random.nextInt(20) == 0) {
        cut.set(i, cut.get(i).substring(random.nextInt(cut.get(i).length() + 1)));
      }
    }
    if (random.nextBoolean()) {
      java.util.Collections.rotate(cut, random.nextInt(lines.size()));
    }
    return "# " + from + "\n" + String.join("\n", cut);
  }

  private static List<String> findings(String fixture) {
    return checked(fixture, Fixtures.text(fixture)).findings().stream()
        .map(finding -> finding.rule() + ": " + finding.message())
        .toList();
  }

  private static Report checked(String name, String text) {
    String yaml = MarkdownImport.read(name, text).yaml();
    return Report.of(ModelFile.parse("draft.yaml", yaml), List.of());
  }
}
