package dev.loadline.advisor.document.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times: of responses, of holding a connection, and until something gives up. */
final class TimeNames implements Naming {
  private static final Pattern PERCENTILE =
      Pattern.compile("\\bp(50|75|90|95|99|999)\\b|\\b(50|75|90|95|99)(?:th|%)");

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    if (!mention.isTime()) {
      return null;
    }
    if (mention.labelled("time-?out")) {
      return timeout(mention);
    }
    boolean held =
        mention.says(
            "quer(?:y|ies) (?:time|duration|latency)|holds? (?:an? |the |one |its |their )?(?:database |db |pooled )?connection"
                + "|connection (?:is )?held|hold time|held for|per query|transaction (?:time|duration)"
                + "|database time|(?:sql|db) time|(?:time|duration) (?:a|each|per) quer");
    if (held) {
      return Name.assumption("pool.hold");
    }
    if (mention.labelled("recycle|max(?:imum)? lifetime|max age")) {
      return Name.setting("pool.recycle", "");
    }
    return response(mention, scope);
  }

  private static @Nullable Name timeout(Mention mention) {
    String of =
        mention.labelled("request|http|response")
            ? "request.timeout"
            : mention.labelled("socket")
                ? "pool.socket_timeout"
                : mention.labelled("selection")
                    ? "pool.selection_timeout"
                    : mention.labelled("pool|connection|acquire|checkout|borrow")
                        ? "pool.timeout"
                        : mention.labelled("idle")
                            ? "idle.timeout"
                            : mention.labelled("statement|query") ? "query.timeout" : null;
    if (of == null) {
      return null;
    }
    return Name.setting(of, "");
  }

  private static @Nullable Name response(Mention mention, String scope) {
    String text = mention.label() + " " + mention.tail();
    Matcher percentile = PERCENTILE.matcher(text);
    boolean answered = mention.labelled("respon[cs]e|latency|round[- ]trip|answer|duration");
    boolean median = mention.labelled("^(?:the )?median(?: is| was)?$|median (?:response|latency)");
    boolean ranked = percentile.find();
    if (!answered && !ranked && !median) {
      return null;
    }
    String what =
        ranked
            ? "response.p"
                + (percentile.group(1) == null ? percentile.group(2) : percentile.group(1))
            : median
                ? "response.p50"
                : mention.labelled("average|avg|mean") ? "response.average" : "response";
    String flat = what.replace('.', '_');
    if (mention.labelled("target|goal|objective|\\bslo\\b|\\bsla\\b|promise")) {
      return Name.outcome("slo." + flat);
    }
    if (!scope.isEmpty()) {
      return Name.outcome(scope + "." + flat);
    }
    Name name = Name.assumption(what);
    return what.equals("response") ? name.doubted("average or percentile is not said") : name;
  }
}
