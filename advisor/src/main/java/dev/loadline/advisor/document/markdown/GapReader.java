package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Fact.Kind;
import dev.loadline.advisor.document.markdown.Passage.Listing;
import dev.loadline.advisor.document.markdown.Passage.Sentence;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is said to be missing ({@code No Caching}) or kept in a process's own memory. */
final class GapReader implements Reader {
  private static final Pattern ABSENT =
      Pattern.compile(
          "(?i)^(?:\\d+[.)]\\s*)?(?:current(?: state)?: )?(?:there (?:is|are) )?"
              + "(?:no|without|missing|lacks?)\\b(?<what>[ -~&&[^.:;(]]{2,60})");
  private static final Pattern BLOCKING =
      Pattern.compile("(?i)\\bblocking i/?o\\b|\\bsynchronous\\b");
  private static final Pattern IN_MEMORY = Pattern.compile("(?i)\\bin[- ](?:process )?memory\\b");
  private static final Pattern NOT_HELD =
      Pattern.compile("(?i)\\b(?:replace|redis for|instead of|move)\\b");
  private static final Pattern MAP =
      Pattern.compile(
          "^\\s*(?:(?:private|public|static|final|const|let|var|self|this)[\\s.]+)*(?:[\\w<>, ]+ )?"
              + "(?<name>[A-Za-z_]\\w*)\\s*(?::[^=]+)?=\\s*(?:\\{\\s*}|dict\\(|defaultdict\\(|new"
              + " (?:Concurrent|Linked)?(?:Hash)?(?:Map|Set)\\b)");
  private static final List<String[]> KINDS =
      List.of(
          new String[] {"ratelimit", "rate[- ]?limit|throttl"},
          new String[] {"replicas", "replica"},
          new String[] {"cdn", "\\bcdn\\b"},
          new String[] {"cache", "cach"},
          new String[] {"loadbalancer", "load[- ]?balanc"},
          new String[] {"monitoring", "monitor|observab|metrics|alert"},
          new String[] {"index", "\\bindex"},
          new String[] {"pooler", "pgbouncer|pooler"},
          new String[] {"pool", "pooling|connection pool"},
          new String[] {"autoscaling", "auto-?scal"},
          new String[] {"sockets", "connection limit"},
          new String[] {"redundancy", "redundan|failover"});

  @Override
  public void read(List<Passage> passages, Findings findings) {
    held(passages, findings);
    for (Passage passage : passages) {
      if (passage instanceof Sentence sentence && sentence.text().length() < 1_000) {
        absent(sentence, findings);
        inMemory(sentence, findings);
      } else if (passage instanceof Listing listing) {
        maps(listing, findings);
      }
    }
  }

  private static void absent(Sentence sentence, Findings findings) {
    String plain = sentence.plain().replaceFirst("^\\d+[.)]\\s*", "");
    Matcher matcher = ABSENT.matcher(plain);
    Spot spot = new Spot(sentence.line(), plain, plain, sentence.context());
    if (matcher.find()) {
      String what = Plain.lower(matcher.group("what"));
      KINDS.stream()
          .filter(kind -> Pattern.compile(kind[1]).matcher(what).find())
          .findFirst()
          .ifPresent(
              kind ->
                  findings.words(
                      kind[0] + (kind[0].equals("index") ? ".missing" : ".absent"),
                      "no " + what.strip(),
                      Kind.GAP,
                      spot,
                      ""));
    }
    if (BLOCKING.matcher(plain).find() && plain.length() < 80) {
      findings.words("io.synchronous", "blocking input and output", Kind.GAP, spot, "");
    }
  }

  private static void inMemory(Sentence sentence, Findings findings) {
    String plain = sentence.plain();
    if (IN_MEMORY.matcher(plain).find() && !NOT_HELD.matcher(plain).find()) {
      String about = Plain.lower(plain) + " " + sentence.context().near();
      Spot spot = new Spot(sentence.line(), plain, plain, sentence.context());
      String words = "kept in the memory of one process";
      findings.words(what(about) + ".in_memory", words, Kind.GAP, spot, "");
    }
  }

  /** {@code In-memory storage for:} and below it a list of what is kept. */
  private static void held(List<Passage> passages, Findings findings) {
    for (int i = 0; i < passages.size(); i++) {
      if (passages.get(i) instanceof Sentence sentence
          && sentence.plain().endsWith(":")
          && IN_MEMORY.matcher(sentence.plain()).find()) {
        int items = 0;
        while (i + items + 1 < passages.size() && below(sentence, passages.get(i + items + 1))) {
          items++;
        }
        if (items > 0) {
          Spot spot = new Spot(sentence.line(), sentence.plain(), "", sentence.context());
          Name name = new Name("state.in_memory", "", Name.Role.GAP, "");
          findings.figure(name, Figure.of(items, "maps"), spot);
        }
      }
    }
  }

  private static boolean below(Sentence above, Passage passage) {
    List<String> leads = passage.context().leads();
    return passage instanceof Sentence
        && !leads.isEmpty()
        && above.plain().startsWith(leads.get(leads.size() - 1));
  }

  private static void maps(Listing listing, Findings findings) {
    for (int i = 0; i < listing.lines().size(); i++) {
      Matcher map = MAP.matcher(listing.lines().get(i));
      if (map.find()) {
        String name = map.group("name");
        String about = Plain.lower(name) + " " + listing.context().near();
        Spot spot = new Spot(listing.line() + i, listing.lines().get(i), "", listing.context());
        String words = name + ", a map in the memory of one process";
        boolean held =
            listing
                .lines()
                .get(i)
                .matches(
                    "(?i).*in[- ]memory.*|.*(?:session|socket|room|call|user|rate|request|cache|state|store|client|online|active).*");
        findings.words(
            what(about) + ".in_memory",
            words,
            Kind.GAP,
            spot,
            held ? "" : "it may be no shared state");
      }
    }
  }

  private static String what(String about) {
    return Said.in(about, "rate[- ]?limit")
        ? "ratelimit"
        : about.contains("session") ? "sessions" : about.contains("cach") ? "cache" : "state";
  }
}
