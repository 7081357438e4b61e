package dev.loadline.advisor.check;

import dev.loadline.advisor.document.Formula.Node;
import dev.loadline.advisor.document.Formula.Node.Call;
import dev.loadline.advisor.document.Formula.Node.Name;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Option;
import dev.loadline.advisor.document.Users.Profile;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.resource.Ceiling.Driver;
import dev.loadline.advisor.document.resource.Site;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.plan.Ladder;
import dev.loadline.advisor.plan.Outlook;
import dev.loadline.advisor.plan.Picks;
import dev.loadline.advisor.plan.Reckoning;
import dev.loadline.advisor.plan.Spread;
import java.util.Map;
import java.util.Optional;

/** The sums that functions of a formula stand for, in one line each. */
final class Spoken {
  private final ModelFile file;

  Spoken(ModelFile file) {
    this.file = file;
  }

  /** {@code (with pool50: 50 connections / 100 ms held per request)}; empty where none is known. */
  Optional<String> said(Call call) {
    return switch (call.function()) {
      case "users" -> users(name(call));
      case "factor" -> factor(call);
      case "after" ->
          Optional.of(changed(call, option(name(call)).map(Option::changes).orElseThrow()));
      default -> Optional.of(changed(call, Ladder.upTo(file.model(), name(call))));
    };
  }

  /** Whether a sum is wholly one in a changed model, so that it needs no parentheses. */
  static boolean isOneChange(Node root) {
    return root instanceof Call call
        && (call.function().equals("after") || call.function().equals("rung"));
  }

  /** {@code pool/mongodb at 70.71 requests/s (1414 users)}. */
  String said(Outlook outlook, Ceiling ceiling) {
    String at =
        "%s at %s %s"
            .formatted(ceiling.resource(), Span.text(ceiling.at()), ceiling.driver().unit());
    return outlook
        .usual()
        .filter(usual -> ceiling.driver() == Driver.REQUESTS)
        .map(
            usual ->
                at + " (%.0f users)".formatted(Math.floor(outlook.users(ceiling, usual) + 1e-9)))
        .orElse(at);
  }

  private String changed(Call call, Map<String, String> changes) {
    return "(with %s: %s)"
        .formatted(name(call), new Claims(file.with(changes)).said(call.arguments().get(1)));
  }

  private Optional<String> users(String name) {
    Profile profile = file.model().users().profiles().get(name);
    return profile == null
        ? Optional.empty()
        : outlook(file).order(profile).stream()
            .findFirst()
            .map(
                first ->
                    first.driver() == Driver.USERS
                        ? first.because()
                        : first.because() + " / " + Site.said(profile.rate()));
  }

  /** {@code (4 with replicas4)}; empty where it cannot be computed. */
  private Optional<String> factor(Call call) {
    return Spread.over(picks -> new Reckoning(file, picks).call(call).figure())
        .map(spread -> "(%s with %s)".formatted(spread.used(), name(call)));
  }

  /** A factor that is the whole sum: what stops the service then, over what stops it now. */
  Optional<String> ratio(Call call) {
    String name = name(call);
    return option(name)
        .flatMap(option -> outlook(file.with(option.changes())).bottleneck())
        .flatMap(
            after ->
                outlook(file)
                    .bottleneck()
                    .map(
                        now ->
                            "(with %s: %s) / (%s)"
                                .formatted(name, after.because(), now.because())));
  }

  private Optional<Option> option(String name) {
    return Optional.ofNullable(file.model().options().get(name));
  }

  private static Outlook outlook(ModelFile file) {
    return Outlook.of(file, Picks.middle());
  }

  private static String name(Call call) {
    return ((Name) call.arguments().get(0)).name();
  }
}
