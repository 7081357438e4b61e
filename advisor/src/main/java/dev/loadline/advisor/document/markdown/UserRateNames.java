package dev.loadline.advisor.document.markdown;

import org.jspecify.annotations.Nullable;

/** How often one user asks: {@code Users: 2-5 req/min per user} is {@code user.rate.average}. */
final class UserRateNames implements Naming {

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
            || mention.labelled("requests? rate$") && scope.startsWith("scenario")
            || mention.clause().matches("(?s).*(?:most )?users? (?:idle|make|send|issue)s?\\b.*");
    if (!perUser || mention.says("capacity|if (?:all|users)|system")) {
      return null;
    }
    Name name =
        Name.assumption(
            mention.labelled("peak|heavy|busy") ? "user.rate.peak" : "user.rate.average");
    boolean ofACase = !scope.isEmpty() && !scope.equals("user");
    return ofACase
        ? new Name(scope + ".rate", "", Name.Role.ASSUMPTION, "")
        : mention.near("estimate")
            ? name.doubted("stated with one estimate, not for all users")
            : name;
  }
}
