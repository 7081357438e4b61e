package dev.loadline.advisor.ledger.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Under which names the servers and poolers of the files are reached. */
final class Hosts {
  private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");
  private static final Pattern IN_CLUSTER = Pattern.compile("[^.]+\\.[^.]+(?:\\.svc(\\..*)?)?");

  private final List<Place> places = new ArrayList<>();

  /** A server or pooler: its name in the ledger, its workload, and the names of that. */
  record Place(String name, String engine, String workload, Set<String> hosts) {}

  void add(Place place) {
    places.add(place);
  }

  /** Whether a name is taken. */
  boolean has(String name) {
    return places.stream().anyMatch(place -> place.name().equals(name));
  }

  /** The only server or pooler there is for an engine; none where there are several. */
  Optional<String> only(String engine) {
    List<Place> fitting =
        places.stream()
            .filter(
                place ->
                    engine.isEmpty()
                        || place.engine().equals(engine)
                        || (place.engine().equals(Engines.POOLER) && engine.equals("postgres")))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0).name()) : Optional.empty();
  }

  /** What stands behind a host for a workload; the host itself where it is in none of the files. */
  String name(String host, Workload from) {
    boolean local = Address.host("", host).local();
    Map<String, Place> found = new LinkedHashMap<>();
    for (Place place : places) {
      boolean beside = place.workload().equals(from.where());
      if (local ? beside : answers(place, host)) {
        found.put(place.name(), place);
      }
    }
    List<Place> poolers =
        found.values().stream().filter(place -> place.engine().equals(Engines.POOLER)).toList();
    if (found.isEmpty()) {
      return local ? Proxies.behind(from).orElse(from.name() + "/" + host) : host;
    }
    return local && !poolers.isEmpty()
        ? poolers.get(0).name()
        : found.values().iterator().next().name();
  }

  /** {@code db}, {@code db.shop.svc.cluster.local}, {@code db-0.db}, {@code release-db}. */
  private static boolean answers(Place place, String host) {
    if (NUMERIC.matcher(host).matches()) {
      return false;
    }
    String[] labels = host.split("\\.", 3);
    return place.hosts().contains(host)
        || (cluster(host) && place.hosts().contains(labels[0]))
        || (labels.length > 1 && labels[0].matches(".*-\\d+") && place.hosts().contains(labels[1]))
        || (labels.length == 1
            && place.hosts().stream().anyMatch(name -> host.endsWith("-" + name)));
  }

  /** Whether a host is one of a cluster: {@code db.shop} or {@code db.shop.svc…}. */
  private static boolean cluster(String host) {
    return IN_CLUSTER.matcher(host).matches();
  }
}
