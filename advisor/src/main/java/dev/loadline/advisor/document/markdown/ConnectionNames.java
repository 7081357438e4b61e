package dev.loadline.advisor.document.markdown;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Connections: of pools, of database servers, of Redis, of sockets. */
final class ConnectionNames implements Naming {
  private static final String POOL =
      "pool|base connection|additional connection|overflow|database connection|db connection";
  private static final Pattern FLEET =
      Pattern.compile(
          "\\d (?:\\w+ )?(?:instances|servers|replicas|pods|nodes) ?(?:=|×|x|\\*) ?~?$");
  private static final String SOCKETS = "socket|websocket|\\bws\\b|sse\\b|signalr";

  @Override
  public @Nullable Name of(Mention mention, String scope) {
    boolean sized =
        mention.bare()
            && mention.labelled(
                "pool\\b|\\bpool size|overflow|max(?:imum)? connections|connections?$");
    if (mention.in("sockets")
        || (mention.in("connections", "users") && mention.labelled(SOCKETS))) {
      return sockets(mention, scope);
    }
    if (!mention.in("connections") && !sized) {
      return null;
    }
    if (mention.says("\\bredis|\\bcache connections")
        || (mention.context().near().contains("redis") && mention.labelled("connections"))) {
      return Name.setting("redis.connections", "connections");
    }
    if (FLEET.matcher(mention.before()).find()) {
      return Name.outcome("fleet.connections");
    }
    if (isRatio(mention)) {
      return null;
    }
    if (mention.anywhere(SOCKETS) && !mention.near("pool|database|db ")) {
      return sockets(mention, scope);
    }
    boolean pooled = mention.near("pool|overflow") && !mention.labelled("default max connections");
    return pooled || mention.labelled("pool|overflow")
        ? pool(mention, scope)
        : server(mention, scope);
  }

  /** {@code 1 connection handles …}, {@code Per request: 1 DB connection}. */
  private static boolean isRatio(Mention mention) {
    Double low = mention.measure().low();
    return low != null && low == 1 && !mention.labelled("max|pool|limit|total");
  }

  private static Name sockets(Mention mention, String scope) {
    boolean recommended = mention.labelled("recommend");
    boolean perServer = mention.measure().per().matches("server|instance|node|process|pod");
    String what =
        recommended || perServer
            ? "sockets.per_server"
            : mention.labelled("theoretical|practical")
                ? "sockets." + mention.label().replaceFirst("(?s).*(theoretical|practical).*", "$1")
                : "sockets.capacity";
    return new Name(what, "sockets", Name.Role.OUTCOME, "")
        .within(scope.equals("user") ? "" : scope);
  }

  private static @Nullable Name pool(Mention mention, String scope) {
    String where = scope.matches("user|loadtest|stage.*|") ? "" : scope;
    if (mention.says("overflow|\\badditional") && !mention.labelled("total")) {
      return Name.setting("pool.overflow", "connections").within(where);
    }
    if (mention.says("\\bbase\\b|\\bcore pool|\\bpool_size")) {
      return Name.setting("pool.size", "connections").within(where);
    }
    if (mention.labelled("min(?:imum)?\\b|idle|kept open")) {
      return Name.setting("pool.minimum", "connections").within(where);
    }
    Name name = Name.setting("pool.capacity", "connections").within(where);
    boolean said =
        mention.labelled("pool|total|max|connections")
            || mention.says("total|max|pool|database|db ")
            || mention.clause().contains("pool limit");
    return said ? name : name.doubted("which pool the connections belong to is not said");
  }

  private static @Nullable Name server(Mention mention, String scope) {
    String text = mention.clause() + " / " + mention.context().mentions();
    String server =
        text.contains("mongo")
            ? "mongodb"
            : text.contains("postgres")
                ? "postgres"
                : Said.in(text, "\\b(?:mysql|mariadb)") ? "mysql" : "database";
    boolean most =
        mention.in("connections")
            && Said.in(
                mention.clause(), "\\b(?:db|database|postgres\\w*|mysql|mariadb|mongo\\w*)\\b")
            && (mention.labelled("\\bmax(?:imum)?\\.?$") || mention.says("\\| max(?:imum)? conn"));
    if (most || mention.labelled("max(?:imum|_)? ?connections|connection limit|server limit")) {
      return Name.setting(server + ".max_connections", "connections");
    }
    if (mention.says(POOL) || mention.anywhere("pool")) {
      Name pool = pool(mention, scope);
      boolean total = mention.labelled("\\btotal|\\bmax");
      return pool == null || total
          ? pool
          : pool.doubted("which pool the connections belong to is not said");
    }
    return mention.in("connections")
        ? Name.setting(server + ".connections", "connections")
            .doubted("a pool's or the server's connections is not said")
        : null;
  }
}
