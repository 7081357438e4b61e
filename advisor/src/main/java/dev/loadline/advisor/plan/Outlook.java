package dev.loadline.advisor.plan;

import dev.loadline.advisor.document.Model;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.document.Users.Profile;
import dev.loadline.advisor.document.resource.Ceiling;
import dev.loadline.advisor.document.resource.Ceiling.Driver;
import dev.loadline.advisor.document.resource.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a model stops, at one point of its ranges. */
public final class Outlook {
  private final Reading reading;
  private final List<Ceiling> ceilings;

  private Outlook(Reading reading) {
    this.reading = reading;
    this.ceilings = ceilings(reading);
  }

  public static Outlook of(ModelFile file, Picks picks) {
    return new Outlook(new Reading(file, picks));
  }

  static Outlook of(Reading reading) {
    return new Outlook(reading);
  }

  private static List<Ceiling> ceilings(Reading reading) {
    Model model = reading.model();
    List<Ceiling> all = new ArrayList<>();
    model.resources().forEach((name, resource) -> all.addAll(resource.ceilings(name, reading)));
    model
        .servers()
        .forEach(
            (name, server) -> {
              if (!server.writesAlone()) {
                all.addAll(server.ceilings(name, reading));
              }
            });
    all.addAll(new PerUser(reading).ceilings());
    return List.copyOf(all);
  }

  /** All ceilings, the unknown ones too, in the order of the model. */
  public List<Ceiling> ceilings() {
    return ceilings;
  }

  /** What one resource of the model stops at, by its key there. */
  public List<Ceiling> ceilingsOf(String name) {
    Resource resource = reading.model().resources().get(name);
    return resource == null ? List.of() : resource.ceilings(name, reading);
  }

  public Optional<Ceiling> ceiling(String resource) {
    return ceilings.stream().filter(ceiling -> ceiling.resource().equals(resource)).findFirst();
  }

  /**
   * Requests a second at which the first resource runs out under the usual profile; not a number
   * where none is known.
   */
  public double capacity() {
    Profile usual = usual().orElse(null);
    return order(usual).stream()
        .findFirst()
        .map(first -> usual == null ? first.at() : users(usual) * reading.of(usual.rate()))
        .orElse(Double.NaN);
  }

  /** Users of a profile at which the first resource runs out. */
  public double users(Profile profile) {
    double rate = reading.of(profile.rate());
    return order(profile).stream()
        .findFirst()
        .map(first -> inUsers(first, rate))
        .orElse(Double.NaN);
  }

  /**
   * Known ceilings from the first that is reached; what no load reaches is none. Limits for each
   * key come last: others go on when one is reached.
   *
   * @param profile of the users who come; null where none is known
   */
  public List<Ceiling> order(@Nullable Profile profile) {
    double rate = profile == null ? Double.NaN : reading.of(profile.rate());
    return ceilings.stream()
        .filter(ceiling -> Double.isFinite(ceiling.at()))
        .filter(ceiling -> ceiling.driver() != Driver.KEY)
        .filter(ceiling -> profile != null || ceiling.driver() == Driver.REQUESTS)
        .sorted(Comparator.comparingDouble(ceiling -> inUsers(ceiling, rate)))
        .toList();
  }

  /** What stops the service first under its usual profile; empty where nothing is known. */
  public Optional<Ceiling> bottleneck() {
    return order(usual().orElse(null)).stream().findFirst();
  }

  /** The first profile that the document states. */
  public Optional<Profile> usual() {
    return reading.model().users().profiles().entrySet().stream()
        .findFirst()
        .map(Map.Entry::getValue);
  }

  /** Users of a profile at which a ceiling is reached: 150 requests/s at 3 a minute are 3,000. */
  public double users(Ceiling ceiling, Profile profile) {
    return inUsers(ceiling, reading.of(profile.rate()));
  }

  private static double inUsers(Ceiling ceiling, double rate) {
    return ceiling.driver() == Driver.USERS || Double.isNaN(rate)
        ? ceiling.at()
        : ceiling.at() / rate;
  }
}
