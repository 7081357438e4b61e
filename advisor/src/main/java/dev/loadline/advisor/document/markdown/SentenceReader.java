package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Passage.Place;
import dev.loadline.advisor.document.markdown.Passage.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads bullets and sentences: {@code Average response time: 50-100ms}. */
final class SentenceReader implements Reader {
  private static final int MAX_LENGTH = 1_000;
  private static final int MAX_FIGURES = 24;
  private static final Pattern LABEL =
      Pattern.compile("^([^:=]{1,70}?)\\s?:\\s+(\\S.*)$", Pattern.DOTALL);
  private static final Pattern BARE =
      Pattern.compile(
          "(?is)^(theoretical|practical|recommended|maximum|minimum|typical|realistic|expected"
              + "|default)[^:]{0,20}: [~≈]?\\d.*");
  private static final Pattern BRACKET = Pattern.compile("^\\s*\\(([^)]{1,40})\\)");

  @Override
  public void read(List<Passage> passages, Findings findings) {
    Sentence before = null;
    for (Passage passage : passages) {
      if (passage instanceof Sentence sentence) {
        read(sentence, findings);
        if (before != null && before.context().equals(sentence.context())) {
          inherit(sentence, before, findings);
        }
        boolean counted = Measure.in(sentence.plain()).stream().anyMatch(m -> m.unit() != null);
        boolean goesOn = before != null && before.context().equals(sentence.context());
        before = counted || !goesOn ? sentence : before;
      }
    }
  }

  /**
   * A list states its unit once: {@code Theoretical: 65,536 connections}, {@code Practical: 9,000}.
   */
  private static void inherit(Sentence sentence, Sentence before, Findings findings) {
    Matcher bare = BARE.matcher(sentence.plain());
    if (!bare.matches()) {
      return;
    }
    Optional<Measure> unit =
        Measure.in(before.plain()).stream().filter(m -> m.unit() != null).findFirst();
    Optional<Measure> own = Measure.in(sentence.plain()).stream().findFirst();
    if (unit.isEmpty() || own.isEmpty() || own.get().unit() != null) {
      return;
    }
    Units.Unit same = unit.get().unit();
    String per = sentence.plain().contains("per server") ? "server" : "";
    Units.Unit whole =
        same == null ? null : new Units.Unit(same.label(), per, same.words(), own.get().end());
    Measure measure = own.get().in(whole);
    Mention mention = Mention.of(bare.group(1), measure, sentence.plain(), sentence.context());
    Name name = Vocabulary.of(mention);
    if (name != null) {
      findings.settled(sentence.lineAt(measure.start()));
      String why = "the unit is that of line " + before.line();
      findings.figure(name.doubted(why), measure.figure(), spot(sentence, measure, bare.group(1)));
    }
  }

  static void read(Sentence sentence, Findings findings) {
    if (sentence.place() == Place.HEADING) {
      heading(sentence, findings);
      return;
    }
    if (sentence.text().length() > MAX_LENGTH) {
      findings.unread(sentence.line(), "a sentence of more than 1,000 characters");
      return;
    }
    String plain = InlineSettings.read(sentence, findings);
    List<Measure> taken = SumReader.read(sentence, plain, findings);
    List<Measure> measures = Measure.in(plain).stream().limit(MAX_FIGURES).toList();
    Matcher labelled = LABEL.matcher(plain);
    boolean condition =
        labelled.matches()
            && !Measure.in(labelled.group(1)).isEmpty()
            && !Measure.in(labelled.group(2)).isEmpty();
    int value = condition ? labelled.start(2) : 0;
    int read = 0;
    for (int i = 0; i < measures.size(); i++) {
      Measure measure = measures.get(i);
      if (i > 0 && Middle.of(plain, measures.get(i - 1), measure)) {
        continue;
      }
      boolean taking = taken.stream().anyMatch(other -> other.start() == measure.start());
      if (!taking && measure.start() >= value) {
        int from = i == 0 ? 0 : measures.get(i - 1).end();
        read += one(sentence, plain, measure, from, read, findings) ? 1 : 0;
      }
    }
  }

  /** A heading states the users of its own case: {@code Medium Scale (2,000-10,000 users)}. */
  private static void heading(Sentence sentence, Findings findings) {
    String plain = sentence.plain();
    Context self = sentence.context().under(plain);
    String scope = Scope.of(self);
    for (Measure measure : Measure.in(plain)) {
      if (scope.matches("(?:tier|size)\\..*") && measure.label().equals("users")) {
        Name name = Name.outcome(scope + ".users");
        findings.figure(name, measure.figure(), spot(sentence, measure, plain));
      }
    }
  }

  private static boolean one(
      Sentence sentence, String plain, Measure measure, int from, int before, Findings findings) {
    String label = label(plain, measure, from);
    if (isTransition(plain, measure)) {
      return false;
    }
    Measure complete = complete(measure, label);
    Figure figure = Middle.used(plain, complete);
    Mention mention = Mention.of(label, complete, plain, sentence.context());
    Name name = Vocabulary.of(mention);
    int line = sentence.lineAt(measure.start());
    if (name == null) {
      name = fallback(mention, findings, line);
    }
    if (name == null) {
      return false;
    }
    Name told = doubts(qualified(name, plain, measure, before), plain, measure);
    if (told.doubt().isEmpty() || !findings.has(line, complete.figure())) {
      findings.figure(told, figure, spot(sentence, measure, label));
    }
    return true;
  }

  /** A figure without a unit has that of its label: {@code Requests/Second: ~100-200}. */
  private static Measure complete(Measure measure, String label) {
    Units.Unit unit = measure.unit() == null ? Units.named(label) : measure.unit();
    return measure.in(unit);
  }

  private static Name doubts(Name name, String plain, Measure measure) {
    String before = plain.substring(0, measure.start());
    if (Said.in(before, "[×*]\\s?$")) {
      return name.doubted("a factor of a sum");
    }
    if (Said.in(before, "(?i)\\b(?:simulat|load[- ]test|test with|test at)[^.;]*$")) {
      return name.doubted("what a test shall use");
    }
    if (Said.in(before, "(?:\\d[kKM]|\\d[kKM]?, \\d[\\d.]*[kKM]?),\\s?$")) {
      return name.doubted("one of several figures");
    }
    return name;
  }

  /** {@code from 5 to 20}, {@code 60 → 200}: the first of them is what it was. */
  private static boolean isTransition(String plain, Measure measure) {
    String after = plain.substring(measure.end());
    String ahead = plain.substring(0, measure.start());
    return Said.in(after, "^\\s*(?:→|->|=>)")
        || (Said.in(ahead, "(?i)\\bfrom\\s?$") && Said.in(after, "(?i)^\\s*to\\b"));
  }

  /** The words before a figure, back to the figure before it, with the label of the line. */
  static String label(String plain, Measure measure, int from) {
    Matcher matcher = LABEL.matcher(plain);
    if (matcher.matches() && matcher.start(2) <= measure.start()) {
      String between = plain.substring(Math.max(matcher.start(2), from), measure.start());
      String words = between.replaceFirst("(?s)^.*[,;:]", "").strip();
      String label = matcher.group(1).strip();
      return words.matches("[^\\p{L}]*") ? label : label + " " + words;
    }
    String ahead = plain.substring(from, measure.start());
    return ahead.replaceFirst("(?s)^.*[,;:](?=.*\\p{L})", "").strip();
  }

  /** A second figure of a line is named after what stands in brackets behind it. */
  private static Name qualified(Name name, String plain, Measure measure, int before) {
    if (before == 0 || name.role() == Name.Role.GAP) {
      return name;
    }
    Matcher bracket = BRACKET.matcher(plain.substring(measure.end()));
    if (bracket.find() && name.role() == Name.Role.ASSUMPTION) {
      return new Name(
          name.quantity() + "." + Plain.slug(bracket.group(1)),
          name.unit(),
          name.role(),
          name.doubt());
    }
    boolean named = Said.in(plain.substring(0, measure.start()), "\\bp\\d{2,3}:?\\s?[~<≤]?$");
    return named ? name : name.doubted("a further figure on the line");
  }

  private static @Nullable Name fallback(Mention mention, Findings findings, int line) {
    String slug = Plain.slug(mention.label());
    if (mention.bare()) {
      bare(mention, findings, line);
      return null;
    }
    if (slug.isEmpty() || slug.length() > 32 || mention.label().matches(".*[.!?{}\\[\\]<>].*")) {
      String why = "what the " + mention.measure().label() + " are of is not said";
      if (mention.measure().figure().sameAs(Figure.of(1, mention.measure().label()))) {
        findings.unread(line, why);
      } else {
        findings.left(line, why);
      }
      return null;
    }
    Name name =
        new Name(slug, "", Name.Role.OUTCOME, "named after its label: no quantity is known for it");
    String scope = Scope.of(mention.context());
    return name.within(scope);
  }

  /** A number of a step or a version is no figure; what others count may stand behind them. */
  private static void bare(Mention mention, Findings findings, int line) {
    int start = mention.measure().start();
    int end = Math.min(mention.measure().end(), mention.clause().length());
    String figure = mention.clause().substring(Math.min(start, end), end).strip();
    if (MarkdownImport.isOrdinal(mention.clause(), start)) {
      findings.unread(line, "a figure without a unit");
    } else if (Units.counts(mention.clause(), end)) {
      findings.left(line, "what " + figure + " counts is not known");
    } else {
      findings.left(line, "a figure without a unit");
    }
  }

  private static Spot spot(Sentence sentence, Measure measure, String own) {
    return new Spot(sentence.lineAt(measure.start()), sentence.plain(), own, sentence.context());
  }
}
