package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Passage.Place;
import dev.loadline.advisor.document.markdown.Passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a capacity analysis that people wrote in Markdown. Deterministic: the same text gives the
 * same draft. Each form in which documents state things has its reader; where the text leaves open
 * what a figure is of, the fact is a guess and says why.
 */
public final class MarkdownImport {
  private static final List<Reader> READERS =
      List.of(
          new ListingReader(),
          new UpstreamReader(),
          new TableReader(),
          new ReadinessReader(),
          new ArrowReader(),
          new SentenceReader(),
          new GapReader(),
          new BottleneckReader());
  private static final Pattern FIGURES =
      Pattern.compile("(?<![\\w.:/#@-])\\d[\\d,.]*(?![\\w.]*\\.(?:md|py|js|yml|yaml))");
  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?i)\\b(?:method|step|phase|option|scenario|level|week|part|version|postgresql|python|java"
              + "|node|port|http|utf|sha|md|p|v)s?[ -]?\\d+(?:[-–.]\\d+)*\\b|\\d+-\\d+-\\d+");
  private static final Pattern VERSION =
      Pattern.compile(
          "(?i)\\b(?:django|flask|fastapi|rails|ruby|laravel|php|go|spring boot|hikaricp|redis|mysql"
              + "|mariadb|mongodb|kafka|rabbitmq|nginx|prisma|express|react|vue|kubernetes|ubuntu"
              + "|debian|lines?|chapter|table|figure|page) \\d+(?:[-–.]\\d+)*\\b");
  private static final int SHOWN = 120;

  private MarkdownImport() {}

  /**
   * @param name how problems and places call the file
   * @throws dev.loadline.collector.yaml.ProblemsException where it is empty, larger than 3 MiB, has
   *     a line longer than 64 KiB, or is no text
   */
  public static Draft read(String name, String text) {
    List<String> lines = Manuscript.lines(name, text);
    List<Passage> passages = Blocks.of(lines);
    Findings findings = new Findings(name);
    for (Reader reader : READERS) {
      reader.read(passages, findings);
    }
    List<Fact> said = Spelling.of(findings.facts());
    List<Fact> facts = UsedBySums.of(Reconciliation.of(said));
    return new Draft(
        name,
        title(name, passages),
        facts,
        Steps.of(passages, said),
        unread(lines, passages, findings));
  }

  private static String title(String name, List<Passage> passages) {
    return passages.stream()
        .filter(
            passage -> passage instanceof Sentence sentence && sentence.place() == Place.HEADING)
        .map(passage -> ((Sentence) passage).plain())
        .findFirst()
        .orElse(name);
  }

  private static List<Unread> unread(
      List<String> lines, List<Passage> passages, Findings findings) {
    List<Unread> unread = new ArrayList<>();
    Set<Integer> read = findings.lines();
    boolean[] headings = headings(lines.size(), passages);
    for (int i = 0; i < lines.size(); i++) {
      String why = findings.doubts().get(i + 1);
      String text = lines.get(i).strip().replaceFirst("^[-*+>\\s]*+(?:\\d+[.)]\\s)?", "");
      String counted = ORDINAL.matcher(text).replaceAll(" ");
      boolean figures = FIGURES.matcher(counted).find() && !headings[i];
      if (figures && (!read.contains(i + 1) || findings.left().contains(i + 1))) {
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        unread.add(new Unread(i + 1, shown, why == null ? "no form that is known" : why));
      }
    }
    return unread;
  }

  /** Whether a figure is the number of something: {@code Phase 2}, {@code PostgreSQL 16}. */
  static boolean isOrdinal(String text, int at) {
    return Stream.of(ORDINAL, VERSION)
        .flatMap(pattern -> pattern.matcher(text).results())
        .anyMatch(ordinal -> ordinal.start() <= at && at < ordinal.end());
  }

  private static boolean[] headings(int size, List<Passage> passages) {
    boolean[] headings = new boolean[size + 1];
    for (Passage passage : passages) {
      if (passage instanceof Sentence sentence && sentence.place() == Place.HEADING) {
        headings[Math.min(sentence.line() - 1, size)] = true;
      }
    }
    return headings;
  }
}
