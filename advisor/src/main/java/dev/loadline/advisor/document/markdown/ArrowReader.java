package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Passage.Place;
import dev.loadline.advisor.document.markdown.Passage.Sentence;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads ladders: {@code Add read replicas → 100,000-500,000 users}. */
final class ArrowReader implements Reader {
  private static final Pattern ARROW = Pattern.compile("→|->|=>");

  @Override
  public void read(List<Passage> passages, Findings findings) {
    for (Passage passage : passages) {
      if (passage instanceof Sentence sentence && sentence.place() == Place.ITEM) {
        step(sentence, findings);
      }
    }
  }

  private static void step(Sentence sentence, Findings findings) {
    String plain = sentence.plain();
    Matcher arrow = ARROW.matcher(plain);
    if (!arrow.find() || !Measure.in(plain.substring(0, arrow.start())).isEmpty()) {
      return;
    }
    List<Measure> reached = Measure.in(plain.substring(arrow.end()));
    List<String> topics = Scope.topics(plain.substring(0, arrow.start()));
    if (reached.isEmpty()
        || topics.isEmpty()
        || !reached.get(0).label().matches("users|requests/second")) {
      return;
    }
    String what = reached.get(0).label().equals("users") ? "users" : "throughput";
    findings.figure(
        Name.outcome("ladder." + topics.get(0) + "." + what),
        reached.get(0).figure(),
        new Spot(sentence.lineAt(arrow.end()), plain, plain, sentence.context()));
  }
}
