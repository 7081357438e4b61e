package dev.loadline.advisor.document.markdown;

import org.jspecify.annotations.Nullable;

/** Processor, memory, network and disk, of a user, of a case, of the service. */
final class SizeNames implements Naming {

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    if (mention.labelled("page size|per page|pagination")
        || (mention.in("items") && mention.near("pag(?:e|ination)"))) {
      return Name.setting(mention.labelled("max") ? "page.maximum" : "page.default", "items");
    }
    String what = what(mention);
    if (what == null) {
      return mention.in("percent") && mention.labelled("confidence|readiness")
          ? confidence(mention)
          : null;
    }
    if (scope.equals("user")) {
      return new Name(
          "user." + what,
          what.equals("cpu") && mention.in("percent") ? "percent of a core" : "",
          Name.Role.ASSUMPTION,
          "");
    }
    if (scope.isEmpty() && what.matches("cpu|memory|network") && required(mention)) {
      return Name.assumption("instance." + what);
    }
    Name name = new Name(what, "", Name.Role.OUTCOME, "");
    return scope.isEmpty() ? name.doubted("of which machine is not said") : name.within(scope);
  }

  /** What one server needs as the service runs now, not what a larger one would. */
  private static boolean required(Mention mention) {
    return mention.near("(?:hardware|server|machine|system) requirements?")
        && mention.anywhere("single (?:server|instance)|current|one server")
        && !Stance.underAdvice(mention.context());
  }

  private static Name confidence(Mention mention) {
    String which = Plain.slug(mention.label().replaceAll("confidence|level|overall|current", " "));
    return Name.outcome(
        "confidence." + (which.isEmpty() || which.length() > 30 ? "overall" : which));
  }

  private static @Nullable String what(Mention mention) {
    String part =
        mention.labelled("redis")
            ? "redis."
            : mention.labelled("database|postgres|mysql|mongo|\\bdb\\b") ? "database." : "";
    if (mention.in("cores") || (mention.in("percent") && mention.labelled("cpu|processor"))) {
      return part + "cpu";
    }
    if (mention.isBytes() && mention.labelled("storage|disk|ssd|volume")) {
      return part + "storage";
    }
    if (mention.isBytes()
        && (mention.labelled("memory|\\bram\\b|heap|redis|database|cache")
            || mention.says("memory|\\bram\\b|heap"))) {
      return part + "memory";
    }
    boolean flow = mention.measure().label().matches("[kMGT]i?B/s|[kMG]bit/s");
    return flow ? "network" : null;
  }
}
