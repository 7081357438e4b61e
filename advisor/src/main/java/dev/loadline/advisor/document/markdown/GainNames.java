package dev.loadline.advisor.document.markdown;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change is said to bring: {@code 3-4x capacity increase}, {@code +400% per container}. */
final class GainNames implements Naming {

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    boolean share = mention.in("percent") && Said.in(mention.clause(), "\\+\\s?[\\d,.]+\\s?%");
    if (!mention.in("x") && !share) {
      return null;
    }
    if (mention.says("the limit|limit\\b") && !mention.says("capacity|throughput")) {
      return null;
    }
    return Name.outcome("option." + topic(mention) + ".factor");
  }

  static String topic(Mention mention) {
    if (!Scope.topics(mention.context().near()).isEmpty()) {
      for (String text : mention.context().outward()) {
        List<String> topics = Scope.topics(text);
        if (!topics.isEmpty()) {
          return String.join("_", topics);
        }
      }
    }
    List<String> own = Scope.topics(mention.clause());
    return own.isEmpty() ? "change" : String.join("_", own);
  }
}
