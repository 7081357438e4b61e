package dev.loadline.advisor.document.markdown;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rate limits: {@code Auth endpoints: 5 requests per 15 minutes} is {@code ratelimit.auth}. */
final class RateLimitNames implements Naming {
  private static final String LIMIT = "rate[- ]?limit|throttl|quota";
  private static final Pattern DEMAND =
      Pattern.compile(
          "\\b(?:needs?|sends?|makes?|polls?|requires?|generates?|issues?|fires?|asks?|wants?|produces?"
              + "|causes?|which (?:is|are|makes|gives|means)|that (?:is|makes|gives|means))\\b"
              + "[^.;]{0,40}$");
  private static final Pattern ALLOWED =
      Pattern.compile(
          "\\b(?:may|can|limit(?:ed)?|at most|max(?:imum)?|allowed|up to|no more than)\\b");
  private static final List<String> EMPTY_WORDS =
      List.of(
          "endpoint",
          "endpoints",
          "general",
          "operations",
          "operation",
          "requests",
          "request",
          "sending",
          "limit",
          "limits",
          "limiting",
          "rate",
          "per",
          "ip",
          "address",
          "customer",
          "customers",
          "limited",
          "key",
          "keys",
          "a",
          "an",
          "is",
          "are",
          "it",
          "its",
          "our",
          "this",
          "that",
          "these",
          "which",
          "what",
          "who",
          "in",
          "on",
          "at",
          "to",
          "with",
          "by",
          "the",
          "route",
          "routes",
          "default",
          "global",
          "sliding",
          "window",
          "fixed",
          "token",
          "bucket",
          "algorithm",
          "calls",
          "max",
          "maximum",
          "user",
          "users",
          "client",
          "each",
          "every",
          "current",
          "and",
          "for",
          "of",
          "throttle",
          "throttling",
          "traffic");

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    if (mention.measure().unit() == null || !countedPerTime(mention) || isDemand(mention)) {
      return null;
    }
    String per = mention.measure().per();
    boolean perClient =
        per.matches("ip|api|client|key|token|address|tenant")
            || mention.labelled(
                "per (?:ip|client|api key|key|tenant)|rate[- ]?limit|throttl|quota");
    boolean ofUsers =
        per.equals("user") || mention.says("\\busers?\\b|usage|per[- ]session|active");
    boolean limited = mention.near(LIMIT) || mention.clause().contains("limit");
    if (!perClient && (!limited || (ofUsers && !mention.near("limit")))) {
      return null;
    }
    if ((ofUsers && !perClient && mention.labelled("average|typical|peak|normal|active|usage|rate"))
        || mention.says("capacity|connection|worker|system|handle|serves?\\b|throughput")) {
      return null;
    }
    if (Said.in(mention.clause(), "\\b\\d+ (?:instances|servers|replicas|nodes|pods)\\b")) {
      return new Name("ratelimit.per_instance", "", Name.Role.GAP, "");
    }
    if (mention.context().headings().isEmpty() && !limited) {
      return null;
    }
    return Name.setting("ratelimit." + kind(mention), "");
  }

  /** {@code A sync client needs 5 req/s} says what is asked for, not what is let through. */
  private static boolean isDemand(Mention mention) {
    return mention.measure().low() != null
        && DEMAND.matcher(mention.before()).find()
        && !ALLOWED.matcher(mention.before()).find();
  }

  private static boolean countedPerTime(Mention mention) {
    return mention
        .measure()
        .label()
        .matches(
            "(?:requests|messages|operations|calls|events|uploads" + "|queries|transactions)/.*");
  }

  private static String kind(Mention mention) {
    String noun = mention.measure().label().replaceFirst("/.*", "");
    List<String> words =
        Arrays.stream(mention.label().replaceAll("\\([^)]*\\)", " ").split("[^a-z]+"))
            .filter(word -> word.length() > 1 && !EMPTY_WORDS.contains(word))
            .toList();
    if (words.isEmpty() || words.size() > 3 || mention.labelled(LIMIT)) {
      return "per_client";
    }
    String first = words.get(0);
    return noun.startsWith(first) ? noun : first;
  }
}
