package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.resource.RateLimit;
import dev.loadline.advisor.document.unit.Unit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Limits for each address that are reckoned with as though they were for each user. */
@AutoService(Rule.class)
public final class LimitPerAddressRule implements Rule {

  @Override
  public String name() {
    return "limit-per-address-taken-for-user";
  }

  @Override
  public String explanation() {
    return "A rate limit counts by address, and a number of users is calculated from it. An office"
        + " or a mobile network shares one address and one limit; a user with two addresses has"
        + " two.";
  }

  @Override
  public String example() {
    return "60 requests/minute per address, and 6,000 requests/minute are said to be 100 users at"
        + " the limit: they are 100 addresses.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    subject
        .model()
        .resources()
        .forEach(
            (name, resource) -> {
              if (resource instanceof RateLimit limiter) {
                limiter.classes().entrySet().stream()
                    .filter(entry -> entry.getValue().key() == RateLimit.Key.ADDRESS)
                    .forEach(
                        entry ->
                            add(
                                subject,
                                "resources.%s.classes.%s".formatted(name, entry.getKey()),
                                entry.getValue(),
                                findings));
              }
            });
    return findings;
  }

  private void add(Subject subject, String path, RateLimit.Limit limit, List<Finding> findings) {
    List<String> users =
        subject.claims().stream()
            .filter(claim -> inUsers(claim.claim().unit()))
            .filter(claim -> subject.basis(claim.claim()).paths().contains(path + ".limit"))
            .map(claim -> "%s (%s)".formatted(claim.claim().quantity(), claim.claim().id()))
            .toList();
    if (!users.isEmpty()) {
      findings.add(
          subject.at(
              this,
              Severity.WARNING,
              path,
              List.of(),
              "%s is counted by address, and %s take%s it for a limit of each user: users behind one"
                      .formatted(limit.limit(), Lists.and(users), users.size() == 1 ? "s" : "")
                  + " address share it"));
    }
  }

  private static boolean inUsers(@Nullable Unit unit) {
    return unit != null && unit.label().startsWith("user");
  }
}
