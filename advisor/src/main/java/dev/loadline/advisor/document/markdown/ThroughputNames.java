package dev.loadline.advisor.document.markdown;

import org.jspecify.annotations.Nullable;

/** Rates at which something is done: by the service, by a connection, for a number of users. */
final class ThroughputNames implements Naming {

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    Measure measure = mention.measure();
    if (!measure.label().contains("/")
        || measure.label().startsWith("dollars")
        || measure.label().startsWith("euros")
        || measure.label().endsWith("B/s")
        || measure.label().endsWith("bit/s")) {
      return null;
    }
    String noun = measure.label().replaceFirst("/.*", "");
    String period = measure.label().replaceFirst(".*/", "");
    if (noun.equals("queries")) {
      return queries(mention, scope);
    }
    if (noun.equals("users")) {
      return null;
    }
    if (!noun.matches("requests|transactions|operations")) {
      return counted(mention, scope, noun, period);
    }
    boolean each =
        Said.in(mention.before(), "\\b(?:1|one|each|per|a single) connection\\b[^.;]{0,40}$");
    if (each || measure.per().equals("connection")) {
      return Name.outcome("pool.throughput_per_connection");
    }
    if (measure.per().matches("worker|thread|instance|container|pod|process|server|core|node")) {
      return Name.outcome(measure.per() + ".throughput").within(scope);
    }
    String what =
        period.equals("second") ? "throughput" : "throughput_per_" + period.replace(' ', '_');
    if (scope.isEmpty() && mention.says("theor|ideal")) {
      return Name.outcome("pool." + what + "_ideal");
    }
    if (!scope.isEmpty()) {
      return Name.outcome(what).within(scope);
    }
    Name name = Name.outcome("service." + what);
    boolean said =
        mention.label().isEmpty()
            || mention.labelled(
                "throughput|capacity|requests?|\\brps|load|system|service|traffic|overhead|handle"
                    + "|serve|api|qps|total|server|site|app");
    return said ? name : name.doubted("of what the requests are is not said");
  }

  private static Name queries(Mention mention, String scope) {
    boolean ofOneUser = scope.equals("user") || mention.measure().per().equals("user");
    if (ofOneUser) {
      return Name.assumption("user.queries");
    }
    if (scope.startsWith("for_")) {
      return Name.outcome(scope + ".queries");
    }
    return mention.near("pool|connection")
        ? Name.outcome("pool.throughput")
        : Name.outcome("database.throughput").within(scope);
  }

  private static Name counted(Mention mention, String scope, String noun, String period) {
    if (noun.equals("messages") && period.equals("second")) {
      return Name.outcome("messages").within(scope);
    }
    if (mention.context().mentions().contains("plan") || mention.labelled("free|tier|plan")) {
      String plan = Plain.slug(mention.label().replaceAll("\\b(?:plan|tier)\\b", ""));
      return plan.isEmpty() || plan.length() > 20
          ? Name.outcome(noun + ".per_" + period)
          : Name.setting("plan." + plan + "." + noun, "");
    }
    return Name.outcome(noun + ".per_" + period.replace(' ', '_')).within(scope);
  }
}
