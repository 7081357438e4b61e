package dev.loadline.advisor.plan;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Users.Profile;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.resource.Ceiling.Driver;
import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a load needs, resource by resource, and which ways of the document carry it.
 *
 * @param users at the same time; not a number where only a rate was asked for
 * @param rate requests a second; not a number where no rate per user is known
 * @param profile by which users were turned into requests; null where none is known
 * @param needs how many of each resource
 * @param ways that carry the load and that the servers accept come first, cheapest first
 * @param documented what the document itself recommends for as many users
 * @param unknown resources of which the model does not say enough
 */
public record Sizing(
    double users,
    double rate,
    @Nullable String profile,
    List<Need> needs,
    List<Way> ways,
    List<String> documented,
    List<String> unknown) {

  public Sizing {
    needs = List.copyOf(needs);
    ways = List.copyOf(ways);
    documented = List.copyOf(documented);
    unknown = List.copyOf(unknown);
  }

  /**
   * @param profile whose rate the users have; null for the usual one
   */
  public static Sizing forUsers(ModelFile file, double users, @Nullable String profile) {
    String name = profile == null ? usual(file.model()) : profile;
    Profile found = name == null ? null : file.model().users().profiles().get(name);
    if (profile != null && found == null) {
      throw new IllegalArgumentException(
          "no profile '%s'; %s"
              .formatted(profile, there(file.model().users().profiles().keySet())));
    }
    return of(file, new Load(users, found, Double.NaN), name);
  }

  /**
   * @param rate requests a second
   */
  public static Sizing forRate(ModelFile file, double rate) {
    return of(file, new Load(Double.NaN, null, rate), null);
  }

  private static Sizing of(ModelFile file, Load load, @Nullable String profile) {
    List<Need> needs = new ArrayList<>();
    for (Ceiling ceiling : Outlook.of(file, Picks.middle()).ceilings()) {
      if (ceiling.known() && ceiling.driver() != Driver.KEY && !Double.isNaN(ceiling.count())) {
        need(file, load, ceiling).ifPresent(needs::add);
      }
    }
    needs.addAll(ServerConnections.of(new Reading(file, Picks.middle()), needs));
    needs.addAll(Totals.of(file, load));
    return new Sizing(
        load.users(),
        load.rate(new Reading(file, Picks.middle())),
        profile,
        needs,
        Ways.of(file, load, profile),
        Ways.documented(file.model(), load.users()),
        unknown(file));
  }

  private static Optional<Need> need(ModelFile file, Load load, Ceiling middle) {
    return Spread.over(picks -> needed(file, load, middle.resource(), picks))
        .map(
            spread ->
                new Need(
                    middle.resource(),
                    middle.what(),
                    middle.count(),
                    up(spread.value()),
                    up(spread.full().low()),
                    up(spread.full().high()),
                    "%s x %s / %s %s"
                        .formatted(
                            Span.text(middle.count()),
                            load.said(new Reading(file, Picks.middle()), middle.driver()),
                            Span.text(middle.at()),
                            middle.driver().unit())));
  }

  private static double needed(ModelFile file, Load load, String resource, Picks picks) {
    return Outlook.of(file, picks)
        .ceiling(resource)
        .map(ceiling -> ceiling.needed(load.on(new Reading(file, picks), ceiling.driver())))
        .orElse(Double.NaN);
  }

  private static double up(double figure) {
    return Math.ceil(figure - 1e-9);
  }

  private static List<String> unknown(ModelFile file) {
    Set<String> unknown = new LinkedHashSet<>();
    Outlook.of(file, Picks.middle()).ceilings().stream()
        .filter(ceiling -> !ceiling.known())
        .forEach(ceiling -> unknown.add(ceiling.resource() + ": " + ceiling.because()));
    file.model().servers().entrySet().stream()
        .filter(entry -> entry.getValue().maxConnections() == null)
        .filter(entry -> !entry.getValue().writesAlone())
        .forEach(
            entry ->
                unknown.add(
                    "server-connections/%s: how many connections it accepts is not stated, so that the sum is not held against it"
                        .formatted(entry.getKey())));
    return List.copyOf(unknown);
  }

  private static String there(Set<String> profiles) {
    return profiles.isEmpty()
        ? "the model states none: write one under users.profiles"
        : "there are " + String.join(", ", profiles);
  }

  private static @Nullable String usual(Model model) {
    return model.users().profiles().keySet().stream().findFirst().orElse(null);
  }

  /**
   * The load that is asked about.
   *
   * @param given requests a second, where those were asked for
   */
  record Load(double users, @Nullable Profile profile, double given) {

    /** Requests a second, or users, as a ceiling counts them; not a number where unknown. */
    double on(Reading reading, Driver driver) {
      return driver == Driver.USERS ? users : rate(reading);
    }

    /** Where no rate per user is stated, the stated users are what the service carries now. */
    double rate(Reading reading) {
      if (profile != null) {
        return users * reading.of(profile.rate());
      }
      Count stated = reading.model().users().stated();
      return Double.isNaN(given) && stated != null
          ? users / reading.of(stated) * Outlook.of(reading).capacity()
          : given;
    }

    String said(Reading reading, Driver driver) {
      return Span.text(on(reading, driver)) + " " + driver.unit();
    }

    /** Whether a service that carries this much carries the load. */
    boolean carriedBy(Estimate users, Estimate capacity) {
      Estimate asked = Double.isNaN(this.users) ? capacity : users;
      double wanted = Double.isNaN(this.users) ? given : this.users;
      return asked.known() && asked.orThrow() >= wanted;
    }
  }
}
