package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Fact.Kind;
import dev.loadline.advisor.document.markdown.Passage.Place;
import dev.loadline.advisor.document.markdown.Passage.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the order of the bottlenecks: a numbered list, or numbered headings, under such a title.
 */
final class BottleneckReader implements Reader {
  private static final Pattern NUMBERED = Pattern.compile("^(\\d+)[.)]\\s+(.+)$", Pattern.DOTALL);

  @Override
  public void read(List<Passage> passages, Findings findings) {
    Map<String, List<Sentence>> bySection = new LinkedHashMap<>();
    for (Passage passage : passages) {
      if (passage instanceof Sentence sentence && listed(sentence)) {
        bySection
            .computeIfAbsent(sentence.context().section(), s -> new ArrayList<>())
            .add(sentence);
      }
    }
    bySection.values().forEach(items -> order(items, findings));
  }

  private static boolean listed(Sentence sentence) {
    List<String> outward = sentence.context().outward();
    if (outward.isEmpty()
        || sentence.context().leads().stream()
            .anyMatch(l -> !l.toLowerCase(java.util.Locale.ROOT).contains("bottleneck"))) {
      return false;
    }
    boolean named =
        outward.get(0).contains("bottleneck") || outward.get(0).contains("what breaks first");
    boolean heading =
        sentence.place() == Place.HEADING && NUMBERED.matcher(sentence.plain()).matches();
    return named && (heading || sentence.order() > 0);
  }

  private static void order(List<Sentence> items, Findings findings) {
    List<String> names = new ArrayList<>();
    for (Sentence item : items) {
      Matcher numbered = NUMBERED.matcher(item.plain());
      String text = numbered.matches() ? numbered.group(2) : item.plain();
      String name = text.replaceFirst("(?s)\\s*(?:[:(–]|\\s-\\s).*$", "").strip();
      names.add(names.size() + 1 + " " + name);
    }
    Sentence first = items.get(0);
    Spot spot = new Spot(first.line(), first.plain(), "", first.context());
    findings.words("bottleneck.order", String.join(", ", names), Kind.CLAIM, spot, "");
  }
}
