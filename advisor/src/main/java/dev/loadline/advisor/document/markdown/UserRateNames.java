package dev.loadline.advisor.document.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How often one user asks: {@code Users: 2-5 req/min per user} is {@code user.rate.average}. */
final class UserRateNames implements Naming {
  private static final Pattern SOMEONE =
      Pattern.compile(
          "\\b(?:an?|each|every|one|the average|the typical) (?:\\w+ )?(\\w+) (?:makes|issues|sends|does"
              + "|performs|generates|fires|causes|triggers)\\b[^.;]{0,40}$");

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    if (!mention
        .measure()
        .label()
        .matches("(?:requests|messages|calls)/(?:second|minute|hour|day)")) {
      return null;
    }
    boolean perUser =
        mention.measure().per().matches("(?:active |concurrent )?(?:user|client|session|customer)")
            || mention.says(
                "\\b(?:per|each|every|average|active|typical|heavy|light) (?:\\w+ )?user\\b")
            || mention.labelled("^(?:peak|average|normal|typical|light|heavy) usage$")
            || mention.labelled("requests? per user")
            || (mention.labelled("requests? rate$") && scope.startsWith("scenario"))
            || Said.in(mention.clause(), "users? (?:idle|make|send|issue)s?\\b");
    Matcher someone = SOMEONE.matcher(mention.before());
    boolean makes = !perUser && someone.find();
    if ((!perUser && !makes) || mention.says("capacity|if (?:all|users)|system")) {
      return null;
    }
    Name name =
        Name.assumption(
            mention.labelled("peak|heavy|busy") ? "user.rate.peak" : "user.rate.average");
    if (makes && !someone.group(1).matches("user|visitor|client|customer|session|shopper|player")) {
      name = name.doubted("whether a " + someone.group(1) + " is a user is not said");
    }
    boolean ofACase = !scope.isEmpty() && !scope.equals("user");
    if (ofACase) {
      return new Name(scope + ".rate", "", Name.Role.ASSUMPTION, "");
    }
    return mention.near("estimate")
        ? name.doubted("stated with one estimate, not for all users")
        : name;
  }
}
