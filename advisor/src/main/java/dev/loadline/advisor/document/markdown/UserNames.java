package dev.loadline.advisor.document.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers of users, by the word that says which. */
final class UserNames implements Naming {
  private static final List<Pattern> WHICH =
      Stream.of(
              "conservative|realistic|optimistic|pessimistic|worst|best",
              "logged[- ]in|daily active|monthly active|peak simultaneous|registered|recommended",
              "daily|monthly|theoretical|practical|default|expected|peak",
              "maximum|max|average|total")
          .map(words -> Pattern.compile("\\b(" + words + ")\\b"))
          .toList();
  private static final Pattern CHANGE =
      Pattern.compile("(?s).*(?:→|->|\\bfrom\\b.*\\bto\\b|\\bx \\w+ increase).*");

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    boolean counted = mention.in("users", "sessions", "concurrent requests", "connections");
    boolean labelled =
        (mention.bare() || mention.measure().label().matches("users/.*"))
            && mention.labelled("users?\\b|visitors|\\bclients|\\bdau\\b|\\bmau\\b|\\bconcurrent$");
    if ((!counted && !labelled) || mention.in("connections")) {
      return null;
    }
    String unit = mention.bare() ? "users" : "";
    if (mention.in("concurrent requests")) {
      return concurrent(mention, scope);
    }
    boolean example =
        Said.in(mention.clause(), "^(?:example|for|at)\\b:? [\\d,.km]+ (?:\\w+ )?users\\W*$");
    if (scope.equals("user") || example) {
      return null;
    }
    Matcher servers =
        Pattern.compile("\\b(\\d+) (?:servers|instances) =").matcher(mention.clause());
    if (servers.find()) {
      String of = mention.anywhere("socket") ? "sockets" : "users";
      return new Name(of + "." + servers.group(1) + "_servers", of, Name.Role.OUTCOME, "");
    }
    return named(mention, scope, unit);
  }

  private static Name concurrent(Mention mention, String scope) {
    String what = mention.labelled("worker") ? "worker.concurrency" : "requests.concurrent";
    return Name.outcome(what).within(scope);
  }

  private static Name named(Mention mention, String scope, String unit) {
    String which = which(mention);
    List<String> topics = Scope.topics(mention.context().near());
    if (scope.isEmpty() && !topics.isEmpty() && CHANGE.matcher(mention.before()).matches()) {
      return Name.outcome("option." + GainNames.topic(mention) + ".users");
    }
    if (scope.isEmpty()) {
      Name name =
          new Name(
              "users." + (which.isEmpty() ? "concurrent" : which), unit, Name.Role.OUTCOME, "");
      return which.isEmpty() ? name.doubted("which users are meant is not said") : name;
    }
    boolean plain = which.matches("|concurrent|maximum") || scope.endsWith("." + which);
    Name name =
        new Name(scope + (plain ? ".users" : ".users." + which), unit, Name.Role.OUTCOME, "");
    return mention.label().length() > 60 ? name.doubted("named after its section") : name;
  }

  /** From the label, then from what stands nearest above. */
  private static String which(Mention mention) {
    for (String text : new String[] {mention.label(), mention.tail(), nearest(mention)}) {
      String found = found(text);
      if (!found.isEmpty()) {
        return found.replaceAll("[- ]", "_").replaceFirst("^max$", "maximum");
      }
    }
    return mention.labelled("concurrent|active") ? "concurrent" : "";
  }

  private static String found(String text) {
    for (Pattern pattern : WHICH) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return "";
  }

  private static String nearest(Mention mention) {
    return mention.context().outward().stream()
        .limit(mention.context().leads().size() + 1L)
        .filter(text -> !found(text).isEmpty())
        .findFirst()
        .orElse("");
  }
}
