package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Passage.Listing;
import dev.loadline.advisor.document.markdown.Passage.Place;
import dev.loadline.advisor.document.markdown.Passage.Sentence;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings in code of whichever language, valid or not: each line by itself, with the keys
 * above it where it is indented under them. Comments say what the value is or shall be.
 */
final class ListingReader implements Reader {
  private static final int MAX_LENGTH = 1_000;
  private static final Pattern COMMENT =
      Pattern.compile("(?:^|\\s)(?:#|//|--(?=\\s))\\s*(?=\\S)(?!\\[)");
  private static final Pattern TOTAL =
      Pattern.compile("(?i)\\btotal:? ([\\d,]+) (?:\\w+ )?connections");
  private static final Pattern SUM =
      Pattern.compile(
          "\\p{L}[\\p{L}\\d ()_-]{0,60}\\s=\\s[^=;{}]*\\d[^=;{}]*[×x*/÷+][^=;{}]*\\d[^=;{}]*"
              + "\\s=\\s[~≈$]?\\d[^=;{}]*");
  private static final Pattern ENVIRONMENT =
      Pattern.compile("name: *['\"]?(\\w+)['\"]?,? *(?:\\n|value: *)?$");
  private static final Pattern CODE =
      Pattern.compile("[{}();=<>\\[\\]]|^\\s*[\\w.-]+:(?:\\s*['\"]?[\\w./:-]+['\"]?)?\\s*$");

  @Override
  public void read(List<Passage> passages, Findings findings) {
    for (Passage passage : passages) {
      if (passage instanceof Listing listing) {
        read(listing, findings);
      }
    }
  }

  private static void read(Listing listing, Findings findings) {
    Keys keys = new Keys();
    String remark = "";
    String all = Plain.lower(String.join("\n", listing.lines()));
    for (int i = 0; i < listing.lines().size(); i++) {
      String line = listing.lines().get(i);
      if (line.length() > MAX_LENGTH) {
        findings.unread(listing.line() + i, "a line of code of more than 1,000 characters");
        continue;
      }
      Matcher comment = COMMENT.matcher(line);
      boolean commented = comment.find();
      String code = commented ? line.substring(0, comment.start()) : line;
      String words = commented ? line.substring(comment.end()).strip() : "";
      if (code.isBlank()) {
        remark = words.isEmpty() ? remark : words;
      }
      String environment = environment(listing.lines(), i);
      keys.enter(code);
      Code place = new Code(listing, listing.line() + i, line, code, words, remark, all);
      boolean read = settings(place, keys, environment, findings);
      total(place, findings);
      if (CommandLine.read(place, findings) || read) {
        continue;
      }
      prose(place, findings);
    }
  }

  /**
   * A line of code.
   *
   * @param remark the last comment on a line of its own above it
   * @param all the whole listing, lower case
   */
  record Code(
      Listing listing,
      int number,
      String line,
      String code,
      String words,
      String remark,
      String all) {
    Spot spot() {
      Stance said = Stance.said(Plain.lower(words));
      boolean beside = said == Stance.ADVISED || said == Stance.CURRENT;
      return new Spot(number, line, beside ? words : remark, listing.context());
    }
  }

  /** The variable whose value stands on the next line, as Kubernetes writes it. */
  private static String environment(List<String> lines, int index) {
    if (index == 0 || !lines.get(index).strip().startsWith("value:")) {
      return "";
    }
    Matcher name = ENVIRONMENT.matcher(lines.get(index - 1));
    return name.find() ? name.group(1) : "";
  }

  private static boolean settings(Code at, Keys keys, String environment, Findings findings) {
    boolean any = false;
    for (Assignment assignment : sums(at) ? List.<Assignment>of() : Assignment.in(at.code())) {
      String key = environment.isEmpty() ? keys.path(assignment.key()) : environment;
      String around =
          Plain.lower(at.remark() + " " + at.code()) + " " + at.listing().context().near();
      Figure limit = Window.limit(assignment, at.all());
      if (limit != null) {
        any = true;
        findings.figure(Name.setting("ratelimit.per_client", ""), limit, at.spot());
        continue;
      }
      Setting setting = Setting.find(key, around);
      if (setting == null) {
        setting = Setting.find(key, at.all());
      }
      if (setting == null) {
        findings.unread(at.number(), "the setting '" + assignment.key() + "' is not known");
        continue;
      }
      any = true;
      String scope = Scope.of(at.listing().context());
      boolean option = Said.in(at.listing().context().mentions(), "\\boption \\w{1,2}\\b");
      Name name = Name.setting(setting.quantity(), "").within(option ? scope : "");
      findings.figure(name, assignment.in(setting), at.spot());
    }
    return any;
  }

  /** {@code API connections = 2 × 10 = 20}. */
  private static boolean sums(Code at) {
    return SUM.matcher(at.code().strip()).matches();
  }

  /** {@code max_overflow=100 # Total 150 connections}. */
  private static void total(Code at, Findings findings) {
    Matcher total = TOTAL.matcher(at.words());
    if (!at.code().isBlank() && total.find()) {
      Context context = at.listing().context();
      boolean option = Said.in(context.mentions(), "\\boption \\w{1,2}\\b");
      Name name =
          Name.setting("pool.capacity", "connections").within(option ? Scope.of(context) : "");
      double value = Measure.value(total.group(1), null);
      findings.figure(name, Figure.of(value, "connections"), at.spot());
    }
  }

  private static void prose(Code at, Findings findings) {
    String text = at.code().isBlank() ? at.words() : at.code().strip();
    text = text.replaceFirst("^(?:[-*]|\\d+\\.)\\s+", "").replaceFirst(",$", "");
    boolean comment = at.code().isBlank();
    if (!text.isEmpty()
        && text.matches(".*\\d.*")
        && (comment || sums(at) || !CODE.matcher(text).find())) {
      SentenceReader.read(
          new Sentence(at.number(), text, Place.TEXT, 0, at.listing().context()), findings);
    }
  }
}
