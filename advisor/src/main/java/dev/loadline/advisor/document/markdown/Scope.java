package dev.loadline.advisor.document.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which case a figure belongs to: under "Scenario 1: Light Usage" the users are {@code
 * scenario.light.users}. Empty where it belongs to the service as such.
 */
final class Scope {
  private static final String SIZES =
      "small|medium|large|tiny|huge|light|normal|moderate|typical|heavy|peak|high|low|extra[- ]large";
  private static final Pattern NUMBERED =
      Pattern.compile("^(scenario|option|profile|case)s? \\w{1,3}\\s?[:.–-]\\s?(\\w+)");
  private static final Pattern LEVEL = Pattern.compile("^(level|phase|stage|tier|step) (\\d+)\\b");
  private static final Pattern LOAD = Pattern.compile("^(" + SIZES + ") (?:load|traffic)\\b");
  private static final Pattern SIZED = Pattern.compile("^(" + SIZES + ") ([a-z]+)(?: |$)");
  private static final Pattern COUNTED = Pattern.compile("^([a-z]+) ([a-z]+) \\(\\d");
  private static final Pattern FOR =
      Pattern.compile("^(?:for|example|at)\\b:? ([\\d,.]+\\s?[kKmM]?\\+?) (?:[a-z]+ ){0,2}users");
  private static final Pattern WITH = Pattern.compile("^with (.+)$");
  private static final Pattern LOAD_TEST =
      Pattern.compile("load[- ]test|stress[- ]test|benchmark|measured (?:results|performance)");
  private static final Pattern PER_USER =
      Pattern.compile("\\bper[- ](?:\\w+ )?(?:user|client|session|visitor|customer)\\b");

  private Scope() {}

  static String of(Context context) {
    for (String text : context.outward()) {
      String scope = said(text.replaceFirst("^\\d+[.)] ", "").strip(), context);
      if (!scope.isEmpty()) {
        return scope;
      }
    }
    return LOAD_TEST.matcher(context.mentions()).find() && !context.mentions().contains("recommend")
        ? "loadtest"
        : "";
  }

  private static String said(String text, Context context) {
    Matcher matcher = NUMBERED.matcher(text);
    if (matcher.find()) {
      String name = matcher.group(2);
      return matcher.group(1).equals("option") ? name : matcher.group(1) + "." + name;
    }
    matcher = LEVEL.matcher(text);
    if (matcher.find() && !matcher.group(1).equals("step")) {
      return matcher.group(1) + matcher.group(2);
    }
    matcher = LOAD.matcher(text);
    if (matcher.find()) {
      return "tier." + matcher.group(1);
    }
    matcher = FOR.matcher(text);
    if (matcher.find()) {
      boolean needs = Said.in(context.mentions(), "\\bresource requirements?\\b");
      String count = count(matcher.group(1));
      return needs ? "resources." + count : count.equals("million") ? count : "for_" + count;
    }
    return named(text, context);
  }

  private static String named(String text, Context context) {
    Matcher matcher = WITH.matcher(text);
    if (matcher.find() && !context.headings().isEmpty()) {
      String stage = stage(matcher.group(1));
      return stage.isEmpty() ? "" : "stage." + stage;
    }
    matcher = SIZED.matcher(text);
    if (matcher.find() && !matcher.group(2).matches("users?|usage|estimate|availability")) {
      String noun = matcher.group(2);
      return (noun.matches("scale|deployment|size|setup") ? "size" : noun) + "." + matcher.group(1);
    }
    matcher = COUNTED.matcher(text);
    if (matcher.find()
        && text.matches(".*\\b(?:staff|people|employees|seats|members|customers)\\b.*")) {
      return matcher.group(1) + "." + matcher.group(2);
    }
    return PER_USER.matcher(text).find() && !text.contains("limit") && !text.contains("storage")
        ? "user"
        : "";
  }

  /** What a heading or column "With …" is about: {@code now}, {@code pool_cache}, {@code all}. */
  static String stage(String with) {
    if (with.matches("(?:the )?current.*|as[- ]is.*|today.*|now")) {
      return "now";
    }
    if (with.matches(".*\\b(?:all|everything)\\b.*")) {
      return "all";
    }
    return String.join("_", topics(with));
  }

  private static final List<String[]> TOPICS =
      List.of(
          new String[] {"pool", "pool|database connections"},
          new String[] {"cache", "cach"},
          new String[] {"full", "\\bfull infrastructure"},
          new String[] {"replicas", "read[- ]replica"},
          new String[] {"instances", "instances|load balanc"},
          new String[] {"replicas", "\\breplica"},
          new String[] {"workers", "worker"},
          new String[] {"limiter", "rate limit"},
          new String[] {"indexes", "index"},
          new String[] {"cdn", "\\bcdn\\b"},
          new String[] {"sharding", "shard"},
          new String[] {"sessions", "session"},
          new String[] {"scaling", "scaling|scaled"},
          new String[] {"optimized", "optimi[sz]"});

  /** The changes of which a text speaks, each once, in the order of the table above. */
  static List<String> topics(String text) {
    String lower = Plain.lower(text);
    return TOPICS.stream()
        .filter(topic -> Pattern.compile(topic[1]).matcher(lower).find())
        .map(topic -> topic[0])
        .distinct()
        .filter(
            topic ->
                (!topic.equals("optimized") && !topic.equals("scaling"))
                    || TOPICS.stream()
                        .limit(12)
                        .noneMatch(t -> Pattern.compile(t[1]).matcher(lower).find()))
        .toList();
  }

  /** {@code 1,000} is {@code 1000}, {@code 1M+} is {@code million}. */
  static String count(String text) {
    java.util.regex.Matcher number =
        Pattern.compile("([\\d,.]+)\\s?([kKmM]?)").matcher(text.replaceFirst("[.,]+$", ""));
    if (!number.find()) {
      return Plain.slug(text);
    }
    String suffix =
        number.group(2).isEmpty() ? null : number.group(2).equalsIgnoreCase("m") ? "M" : "K";
    double value = Measure.value(number.group(1), suffix);
    return value == 1e6 ? "million" : Figure.text(value);
  }
}
