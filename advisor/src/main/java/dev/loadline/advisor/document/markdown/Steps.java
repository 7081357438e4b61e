package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Passage.Listing;
import dev.loadline.advisor.document.markdown.Passage.Row;
import dev.loadline.advisor.document.markdown.Passage.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Divides a document into its sections and, where a section goes step by step, into the steps. */
final class Steps {
  private static final Pattern NUMBERED = Pattern.compile("^(?:step|level|phase|stage) \\d+\\b");
  private static final Pattern WHOLE =
      Pattern.compile("^(?:step|level|phase|stage|option) \\w{1,2}\\b");
  private static final Pattern TIMES =
      Pattern.compile("^(?:immediate|short|medium|mid|long|later|quick)\\b");
  private static final Pattern POOLER =
      Pattern.compile("\\b(?:pgbouncer|pgpool|pgcat|odyssey|proxysql|rds[- _]?proxy|pooler)\\b");

  private final Set<String> items = new HashSet<>();
  private final TreeMap<Integer, Key> starts = new TreeMap<>();
  private final Set<Key> pooled = new HashSet<>();
  private final Map<String, String> titles = new HashMap<>();

  private List<String> section = List.of();
  private @Nullable Key open;

  private Steps() {}

  private record Key(String path, String sequence) {}

  /** The steps in which something is said, in the document's order. */
  static List<Step> of(List<Passage> passages, List<Fact> facts) {
    Steps steps = new Steps();
    for (Passage passage : passages) {
      if (passage instanceof Sentence sentence && sentence.order() > 0) {
        steps.items.add(cut(sentence));
      }
    }
    passages.forEach(steps::enter);
    Map<Key, List<Fact>> said = new LinkedHashMap<>();
    for (Fact fact : facts) {
      var start = steps.starts.floorEntry(fact.line());
      if (start != null) {
        said.computeIfAbsent(start.getValue(), key -> new ArrayList<>()).add(fact);
      }
    }
    List<Step> all = new ArrayList<>();
    said.forEach(
        (key, own) ->
            all.add(
                new Step(
                    steps.titles.getOrDefault(key.path, ""),
                    key.sequence,
                    steps.pooled.contains(key),
                    own)));
    return all;
  }

  private static String cut(Sentence sentence) {
    return new Context(List.of(), List.of(sentence.plain())).leads().get(0);
  }

  private void enter(Passage passage) {
    Key key = within(passage);
    starts.put(passage.line(), key);
    if (POOLER.matcher(Plain.lower(text(passage))).find()) {
      pooled.add(key);
    }
  }

  private static String text(Passage passage) {
    if (passage instanceof Sentence sentence) {
      return sentence.plain();
    }
    return passage instanceof Listing listing
        ? String.join("\n", listing.lines())
        : String.join(" ", ((Row) passage).cells());
  }

  /** A numbered step goes on to the next one, or to the end of its section. */
  private Key within(Passage passage) {
    List<String> headings = passage.context().headings();
    Key key = key(passage);
    boolean numbered = !key.sequence.isEmpty();
    if (numbered || !headings.equals(section)) {
      open = numbered ? key : null;
      section = headings;
    }
    return open == null ? key : open;
  }

  private Key key(Passage passage) {
    List<String> headings = passage.context().headings();
    for (int i = 0; i < headings.size(); i++) {
      if (WHOLE.matcher(Plain.lower(headings.get(i))).find()) {
        return heading(headings.subList(0, i + 1));
      }
    }
    for (String lead : passage.context().leads()) {
      if (items.contains(lead) || NUMBERED.matcher(Plain.lower(lead)).find()) {
        return lead(headings, lead, sentence(passage, lead));
      }
    }
    if (passage instanceof Sentence sentence && sentence.order() > 0) {
      return lead(headings, cut(sentence), sentence.plain());
    }
    return heading(headings);
  }

  /** The line that opens a step says all of it, its heading a part only. */
  private static String sentence(Passage passage, String lead) {
    return passage instanceof Sentence sentence && sentence.plain().startsWith(lead)
        ? sentence.plain()
        : lead;
  }

  private Key heading(List<String> headings) {
    String title = headings.isEmpty() ? "" : headings.get(headings.size() - 1);
    boolean step = NUMBERED.matcher(Plain.lower(title)).find();
    String parent = String.join(" / ", headings.subList(0, Math.max(0, headings.size() - 1)));
    return key(String.join(" / ", headings), title, step ? "in " + parent : "");
  }

  private Key lead(List<String> headings, String lead, String title) {
    boolean step = NUMBERED.matcher(Plain.lower(lead)).find();
    String section = String.join(" / ", headings);
    int last = headings.size() - 1;
    boolean times = last > 0 && TIMES.matcher(Plain.lower(headings.get(last))).find();
    String whole = times ? String.join(" / ", headings.subList(0, last)) : section;
    return key(section + " / " + lead, title, step ? "in " + whole : "");
  }

  private Key key(String path, String title, String sequence) {
    titles.putIfAbsent(path, title);
    return new Key(path, sequence);
  }
}
