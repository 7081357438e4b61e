package dev.loadline.advisor.ledger.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The servers that the environment of a container names, by its variables' names and values. */
final class Targets {
  /** Begins the name of a setting that tells a dependency rather than a variable. */
  static final String NEEDS = "depends_on ";

  private static final String DATABASE =
      "DATABASE|DB|POSTGRES|POSTGRESQL|PG|MYSQL|MARIADB|MONGO|MONGODB|DATASOURCE|JDBC";
  private static final Pattern URL =
      Pattern.compile(
          "(.*_)?(" + DATABASE + ")(_JDBC|_DATABASE)?_?(URL|URI|DSN|CONNECTION_STRING)");
  private static final Pattern HOST =
      Pattern.compile("(.*_)?(" + DATABASE + ")_?(HOST|HOSTNAME|SERVER)");
  private static final Pattern ASIDE = Pattern.compile(".*(DIRECT|SHADOW|MIGRATION|TEST).*");

  private static final Pattern NUMBER =
      Pattern.compile(".*_(SIZE|MAX|OVERFLOW|CONNECTIONS|CONNS|LIMIT|WORKERS|CONCURRENCY)");

  private Targets() {}

  /** What a container waits for until it starts. */
  static List<Target> needed(Container container) {
    return new TreeMap<>(container.environment())
        .entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(NEEDS))
            .map(
                entry ->
                    Target.known(Address.host("", entry.getValue().orEmpty()), entry.getValue()))
            .toList();
  }

  static Collection<Target> of(Container container) {
    Map<String, Target> known = new LinkedHashMap<>();
    List<Target> hidden = new ArrayList<>();
    List<Target> unreadable = new ArrayList<>();
    new TreeMap<>(container.environment())
        .forEach(
            (name, setting) ->
                target(name, setting)
                    .ifPresent(
                        target -> {
                          if (!target.unreadable().isEmpty()) {
                            unreadable.add(target);
                          } else if (target.hidden().isEmpty()) {
                            known.merge(target.address().host(), target, Targets::fuller);
                          } else {
                            hidden.add(target);
                          }
                        }));
    Collection<Target> found = known.isEmpty() ? hidden.stream().limit(1).toList() : known.values();
    return Stream.concat(found.stream(), unreadable.stream()).toList();
  }

  private static Optional<Target> target(String name, Setting setting) {
    boolean url = URL.matcher(name).matches() && !ASIDE.matcher(name).matches();
    boolean host = HOST.matcher(name).matches();
    String text = setting.text();
    if (name.startsWith(NEEDS) || NUMBER.matcher(name).matches()) {
      return Optional.empty();
    }
    if (text == null) {
      return url || host
          ? Optional.of(Target.hidden(engine(name), setting.hidden(), setting))
          : Optional.empty();
    }
    if (text.isBlank()) {
      return Optional.empty();
    }
    if (host) {
      return Optional.of(read(Address.host(engine(name), text), name, setting));
    }
    if (url && !Address.elsewhere(text)) {
      return Optional.of(
          Address.parse(text)
              .map(address -> read(address, name, setting))
              .orElseGet(() -> Target.unreadable(engine(name), name, setting)));
    }
    return text.contains("://") && !ASIDE.matcher(name).matches()
        ? Address.parse(text)
            .filter(address -> !address.host().isEmpty())
            .map(address -> located(address, setting))
        : Optional.empty();
  }

  private static Target read(Address address, String name, Setting setting) {
    return address.reachable()
        ? located(address, setting)
        : Target.unreadable(address.engine(), name, setting);
  }

  private static Target located(Address address, Setting setting) {
    return address.host().contains("$")
        ? new Target(address, "the variable " + address.host(), setting, "")
        : Target.known(address, setting);
  }

  /** Of two targets on one host, the one that says more. */
  private static Target fuller(Target one, Target other) {
    return one.address().dialect().isEmpty() ? other : one;
  }

  private static String engine(String name) {
    if (name.contains("MONGO")) {
      return "mongodb";
    }
    if (name.contains("MYSQL") || name.contains("MARIADB")) {
      return "mysql";
    }
    return name.contains("PG") || name.contains("POSTGRES") ? "postgres" : "";
  }
}
