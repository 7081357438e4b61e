package dev.loadline.advisor.document.markdown;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rate limits: {@code Auth endpoints: 5 requests per 15 minutes} is {@code ratelimit.auth}. */
final class RateLimitNames implements Naming {
  private static final String LIMIT = "rate[- ]?limit|throttl|quota";
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
          "by",
          "throttle",
          "throttling",
          "traffic");

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    if (mention.measure().unit() == null || !countedPerTime(mention)) {
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
