package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The pool that one process has for one server.
 *
 * @param size connections that it keeps
 * @param overflow connections beyond
 */
record PoolSize(Figure size, Figure overflow) {
  private static final List<String> PARAMETERS =
      List.of(
          "connection_limit",
          "connectionlimit",
          "pool_size",
          "maxpoolsize",
          "maximumpoolsize",
          "maximum pool size",
          "max pool size",
          "pool_max_conns",
          "pool");
  private static final List<String> HIKARI =
      List.of(
          "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE",
          "HIKARI_MAXIMUM_POOL_SIZE",
          "HIKARI_MAX_POOL_SIZE",
          "HIKARI_POOL_SIZE");
  private static final List<String> MONGO =
      List.of(
          "MONGODB_MAX_POOL_SIZE", "MONGO_MAX_POOL_SIZE", "MONGODB_POOL_SIZE", "MONGO_POOL_SIZE");
  private static final List<String> GENERAL =
      List.of(
          "DB_POOL_SIZE",
          "DATABASE_POOL_SIZE",
          "DB_POOL_MAX",
          "DATABASE_POOL_MAX",
          "DB_MAX_POOL_SIZE",
          "DATABASE_MAX_POOL_SIZE",
          "DB_POOL_MAX_SIZE",
          "DATABASE_POOL_MAX_SIZE",
          "SQLALCHEMY_POOL_SIZE",
          "POSTGRES_POOL_SIZE",
          "PG_POOL_SIZE",
          "PG_POOL_MAX",
          "POSTGRES_POOL_MAX",
          "DB_MAX_OPEN_CONNS",
          "DATABASE_MAX_OPEN_CONNS",
          "QUARKUS_DATASOURCE_JDBC_MAX_SIZE",
          "DB_CONNECTION_LIMIT");
  private static final List<String> PLAIN = List.of("DB_POOL", "DATABASE_POOL", "POOL_SIZE");
  private static final List<String> OVERFLOW =
      List.of(
          "DB_MAX_OVERFLOW",
          "DATABASE_MAX_OVERFLOW",
          "DB_POOL_MAX_OVERFLOW",
          "DB_POOL_OVERFLOW",
          "DATABASE_POOL_OVERFLOW",
          "SQLALCHEMY_MAX_OVERFLOW");
  private static final String PROPERTY = "spring.datasource.hikari.maximum-pool-size";

  /** Whether variables of a container set a pool although none names a server. */
  static boolean isSet(Container container) {
    Variables variables = new Variables(container.environment());
    return variables.first(all()).isPresent() || !variables.ending(suffixes()).isEmpty();
  }

  static PoolSize of(String client, Container container, Target target) {
    Variables variables = new Variables(container.environment());
    boolean mongo = target.address().engine().equals("mongodb");
    Figure size =
        parameter(target)
            .or(() -> mongo ? named(variables, MONGO) : Optional.empty())
            .or(() -> mongo ? mongoDefault(client, container) : property(container, variables))
            .or(() -> named(variables, mongo ? GENERAL : general()))
            .or(() -> prefixed(client, variables, mongo))
            .or(() -> named(variables, PLAIN))
            .or(() -> assumed(client, variables, target))
            .orElseGet(
                () ->
                    Figure.unknown(
                        "%s: no pool size for %s is written; set DB_POOL_SIZE"
                            .formatted(container.where(), client)));
    return new PoolSize(size, overflow(client, variables, target, size));
  }

  private static List<String> general() {
    return concat(HIKARI, GENERAL);
  }

  private static List<String> suffixes() {
    return concat(HIKARI, concat(GENERAL, MONGO));
  }

  private static List<String> all() {
    return concat(suffixes(), PLAIN);
  }

  private static List<String> concat(List<String> one, List<String> other) {
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private static Optional<Figure> parameter(Target target) {
    return PARAMETERS.stream()
        .filter(target.address().parameters()::containsKey)
        .map(
            name ->
                target
                    .setting()
                    .with(target.address().parameters().getOrDefault(name, ""))
                    .number(name))
        .findFirst();
  }

  private static Optional<Figure> named(Variables variables, List<String> names) {
    return variables.first(names).map(named -> named.setting().number(named.name()));
  }

  private static Optional<Figure> property(Container container, Variables variables) {
    List<Setting> words = new ArrayList<>(container.words());
    variables
        .first(List.of("JAVA_TOOL_OPTIONS", "JAVA_OPTS", "JDK_JAVA_OPTIONS"))
        .ifPresent(named -> words.add(named.setting()));
    return new Words(words).property(PROPERTY).map(setting -> setting.number(PROPERTY));
  }

  /** Variables with a word before: one is taken, two that differ are not. */
  private static Optional<Figure> prefixed(String client, Variables variables, boolean mongo) {
    List<Variables.Named> found =
        variables.ending(suffixes()).stream()
            .filter(named -> !named.name().contains("REDIS"))
            .filter(named -> mongo || !named.name().contains("MONGO"))
            .toList();
    Set<String> values = new TreeSet<>();
    found.forEach(named -> values.add(named.setting().orEmpty().strip()));
    if (values.size() > 1) {
      List<String> names = found.stream().map(Variables.Named::name).toList();
      return Optional.of(
          Figure.unknown(
              "%s: %s has several pools, and which of %s is for which server is not written"
                  .formatted(found.get(0).setting().where(), client, String.join(", ", names))));
    }
    return found.stream().map(named -> named.setting().number(named.name())).findFirst();
  }

  private static Optional<Figure> mongoDefault(String client, Container container) {
    boolean alone =
        Targets.of(container).stream()
            .allMatch(target -> target.address().engine().equals("mongodb"));
    boolean general = new Variables(container.environment()).first(GENERAL).isPresent();
    return alone && general ? Optional.empty() : Optional.of(driver(client));
  }

  private static Figure driver(String client) {
    return Figure.assumed(
        100, client + ": a pool of 100, what MongoDB's drivers open where maxPoolSize is not set");
  }

  private static Optional<Figure> assumed(String client, Variables variables, Target target) {
    Optional<Variables.Named> threads = variables.first(List.of("RAILS_MAX_THREADS"));
    if (threads.isPresent()) {
      Figure figure = threads.get().setting().number("RAILS_MAX_THREADS");
      String why = client + ": a pool as large as RAILS_MAX_THREADS, as Rails generates it";
      return Optional.of(figure.value() == null ? figure : Figure.assumed(figure.value(), why));
    }
    if (variables.any("SPRING_DATASOURCE_")) {
      return Optional.of(
          Figure.assumed(10, client + ": a pool of 10, what HikariCP opens where nothing is set"));
    }
    return target.address().sqlAlchemy()
        ? Optional.of(
            Figure.assumed(5, client + ": pool_size 5, SQLAlchemy's where nothing is set"))
        : Optional.empty();
  }

  private static Figure overflow(String client, Variables variables, Target target, Figure size) {
    Optional<Figure> written = named(variables, OVERFLOW);
    if (written.isPresent() && !target.address().engine().equals("mongodb")) {
      return written.get();
    }
    return target.address().sqlAlchemy()
        ? Figure.assumed(10, client + ": max_overflow 10, SQLAlchemy's where nothing is set")
        : Figure.known(0, size.origin());
  }
}
