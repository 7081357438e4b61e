package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import dev.loadline.advisor.ledger.Fleet;
import dev.loadline.advisor.ledger.Pooler;
import dev.loadline.advisor.ledger.Upstream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What PgBouncer is told by its {@code pgbouncer.ini} or its image's environment; where nothing is
 * said its own defaults hold: pools of 20, no reserve, 100 clients.
 */
record PoolerSettings(String name, Map<String, Setting> settings, Map<String, Setting> databases) {
  private static final String ANY = "*";

  static PoolerSettings of(String name, Container container, Optional<Setting> file) {
    Map<String, Setting> settings = new LinkedHashMap<>();
    Map<String, Setting> databases = new LinkedHashMap<>();
    List<Setting> files =
        new ArrayList<>(
            new TreeMap<>(container.files())
                .values().stream().filter(text -> text.orEmpty().contains("[pgbouncer]")).toList());
    file.ifPresent(files::add);
    for (Setting text : files) {
      Ini ini = Ini.parse(text);
      ini.section("pgbouncer").forEach((key, value) -> settings.put(plain(key), value));
      databases.putAll(ini.section("databases"));
    }
    new TreeMap<>(container.environment())
        .forEach((key, value) -> settings.putIfAbsent(plain(key), value));
    return new PoolerSettings(name, settings, databases);
  }

  /**
   * @param servers names the server of a host
   * @param users who logs in through it, as far as the clients say
   * @param wanted databases that are asked for through it, as far as the clients say
   */
  Pooler pooler(
      Fleet fleet, UnaryOperator<String> servers, Figure users, Figure wanted, String where) {
    List<Upstream> upstreams = new ArrayList<>();
    byHost()
        .forEach(
            (host, entries) ->
                upstreams.add(upstream(servers.apply(host), entries, users, wanted)));
    return new Pooler(
        name,
        fleet,
        upstreams,
        figure("max_client_conn", 100),
        Optional.ofNullable(settings.get("poolmode")).map(Setting::orEmpty).orElse("session"),
        where);
  }

  /** Whether anything says where it connects to. */
  boolean connects() {
    return !byHost().isEmpty();
  }

  private Upstream upstream(
      String server, Map<String, Setting> entries, Figure users, Figure wanted) {
    boolean any = entries.containsKey(ANY);
    boolean forced = entries.values().stream().allMatch(entry -> !value(entry, "user").isEmpty());
    Figure count = any ? wanted : Figure.known(Math.max(1, entries.size()), where(entries));
    return new Upstream(
        server,
        forced ? Figure.known(1, where(entries)) : users,
        count,
        own(entries, "pool_size").orElseGet(() -> figure("default_pool_size", 20)),
        own(entries, "reserve_pool").orElseGet(() -> figure("reserve_pool_size", 0)),
        limit(entries));
  }

  private @Nullable Figure limit(Map<String, Setting> entries) {
    Figure limit =
        own(entries, "max_db_connections").orElseGet(() -> figure("max_db_connections", 0));
    Integer value = limit.value();
    return value != null && value == 0 ? null : limit;
  }

  /** What the databases say themselves, at its largest; nothing where one of them says nothing. */
  private static Optional<Figure> own(Map<String, Setting> entries, String key) {
    return entries.values().stream().allMatch(entry -> !value(entry, key).isEmpty())
        ? entries.values().stream()
            .map(entry -> entry.with(value(entry, key)).number(key))
            .max(
                (one, other) ->
                    Integer.compare(
                        one.value() == null ? Integer.MAX_VALUE : one.value(),
                        other.value() == null ? Integer.MAX_VALUE : other.value()))
        : Optional.empty();
  }

  private Map<String, Map<String, Setting>> byHost() {
    Map<String, Map<String, Setting>> hosts = new LinkedHashMap<>();
    databases.forEach(
        (database, entry) ->
            hosts
                .computeIfAbsent(value(entry, "host"), host -> new LinkedHashMap<>())
                .put(database, entry));
    if (hosts.isEmpty()) {
      environment().ifPresent(entry -> hosts.put(value(entry, "host"), Map.of(database(), entry)));
    }
    return hosts;
  }

  /** The one server that the environment of the usual images names. */
  private Optional<Setting> environment() {
    for (String key : List.of("databaseurl", "databaseurls", "dburl")) {
      Setting url = settings.get(key);
      Optional<Address> address = url == null ? Optional.empty() : Address.parse(url.orEmpty());
      if (url != null && address.isPresent()) {
        return Optional.of(url.with("host=" + address.get().host() + user(address.get().user())));
      }
    }
    for (String key : List.of("dbhost", "postgresqlhost", "postgreshost", "pghost")) {
      Setting host = settings.get(key);
      if (host != null && host.text() != null) {
        return Optional.of(host.with("host=" + Address.host("", host.orEmpty()).host() + user()));
      }
    }
    return Optional.empty();
  }

  private String user() {
    for (String key : List.of("dbuser", "postgresqlusername", "postgresuser")) {
      if (settings.containsKey(key)) {
        return user("one");
      }
    }
    return "";
  }

  private static String user(String name) {
    return name.isEmpty() ? "" : " user=" + name;
  }

  private String database() {
    Setting named = settings.getOrDefault("dbname", settings.get("database"));
    return named == null || named.orEmpty().isEmpty() ? ANY : named.orEmpty();
  }

  private Figure figure(String key, int otherwise) {
    Setting setting = settings.get(plain(key));
    return setting == null
        ? Figure.assumed(
            otherwise,
            "%s: %s %d, PgBouncer's where nothing is set".formatted(name, key, otherwise))
        : setting.number(key);
  }

  private static String value(Setting entry, String key) {
    for (String pair : entry.orEmpty().split("\\s+")) {
      if (pair.startsWith(key + "=")) {
        return pair.substring(key.length() + 1).replaceAll("^'|'$", "");
      }
    }
    return "";
  }

  private static String where(Map<String, Setting> entries) {
    return entries.values().iterator().next().where();
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replace("pgbouncer_", "").replaceAll("[_-]", "");
  }
}
