package dev.loadline.advisor.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What would fit instead, for a sum that is exceeded. */
record Alternatives(Account account, State worst) {

  List<Alternative> all() {
    List<Alternative> found = new ArrayList<>();
    for (ClientEntry entry : clients()) {
      smallerPool(entry, found);
    }
    if (found.isEmpty()) {
      smallerPools(found);
    }
    for (UpstreamEntry entry : upstreams()) {
      smallerUpstream(entry, found);
    }
    for (ClientEntry entry : clients()) {
      fewerInstances(entry, found);
    }
    pooler(found);
    more(found);
    return found;
  }

  private void smallerPool(ClientEntry entry, List<Alternative> found) {
    Client client = entry.client();
    long processes = client.fleet().pods(worst) * client.processes().or(1);
    long fits = processes == 0 ? 0 : Math.floorDiv(left(entry), processes);
    if (fits >= 1 && fits < client.perProcess()) {
      found.add(
          new Alternative(
              "pool",
              client.name(),
              fits,
              "%s: at most %d connections in each pool instead of %d"
                  .formatted(client.name(), fits, client.perProcess())));
    }
  }

  /** Where no single pool can make room, all of them together, each by the same factor. */
  private void smallerPools(List<Alternative> found) {
    long pools = clients().stream().mapToLong(entry -> entry.total(worst).atLeast()).sum();
    long room = room() - (account.total(worst).atLeast() - pools);
    boolean each =
        clients().stream().allMatch(entry -> scaled(entry, room, pools) >= 1) && pools > 0;
    if (each && room > 0) {
      found.add(
          new Alternative(
              "pools",
              account.name(),
              Math.floorDiv(100 * room, pools),
              "all pools smaller: "
                  + clients().stream()
                      .map(entry -> entry.name() + " " + scaled(entry, room, pools))
                      .collect(Collectors.joining(", "))));
    }
  }

  private static long scaled(ClientEntry entry, long room, long pools) {
    return Math.floorDiv(entry.client().perProcess() * Math.max(0, room), Math.max(1, pools));
  }

  private void smallerUpstream(UpstreamEntry entry, List<Alternative> found) {
    Upstream upstream = entry.upstream();
    long pods = entry.pooler().fleet().pods(worst);
    long databases = pods * upstream.databases().or(1);
    long pools = databases * upstream.users().or(1);
    if (pods == 0) {
      return;
    }
    if (!upstream.limited()) {
      lower(entry, "default_pool_size", left(entry) / pools - upstream.reserve().or(0), found);
    }
    lower(entry, "max_db_connections", left(entry) / databases, found);
  }

  private static void lower(
      UpstreamEntry entry, String setting, long fits, List<Alternative> found) {
    if (fits >= 1) {
      found.add(
          new Alternative(
              setting,
              entry.name(),
              fits,
              "%s: %s of at most %d".formatted(entry.name(), setting, fits)));
    }
  }

  private void fewerInstances(ClientEntry entry, List<Alternative> found) {
    Client client = entry.client();
    long now = client.fleet().wanted(worst).or(0);
    long fits =
        largest(
            now, count -> client.fleet().pods(worst, count) * client.perInstance() <= left(entry));
    if (fits >= 1 && fits < now) {
      found.add(
          new Alternative(
              "instances",
              client.name(),
              fits,
              "%s: at most %d %s instead of %d"
                  .formatted(client.name(), fits, fits == 1 ? "replica" : "replicas", now)));
    }
  }

  private static long largest(long most, LongPredicate fits) {
    long low = 0;
    long high = most;
    while (low < high) {
      long middle = (low + high + 1) / 2;
      if (fits.test(middle)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void pooler(List<Alternative> found) {
    if (account.pooler() || clients().isEmpty() || !poolable()) {
      return;
    }
    long pools = clients().stream().mapToLong(entry -> entry.total(worst).atLeast()).sum();
    long size = room() - (account.total(worst).atLeast() - pools);
    if (size >= 1) {
      found.add(
          new Alternative(
              "pooler",
              account.name(),
              size,
              ("PgBouncer before %s: one instance with default_pool_size %d for one user and one"
                      + " database, max_client_conn %d")
                  .formatted(account.name(), size, pools)));
    }
  }

  private boolean poolable() {
    return account.engine().isEmpty() || account.engine().startsWith("postgres");
  }

  private void more(List<Alternative> found) {
    long needed = account.total(worst).atLeast() + account.reserved().or(0);
    found.add(
        new Alternative(
            "accepts",
            account.name(),
            needed,
            "%s: accept at least %d instead of %d"
                .formatted(account.name(), needed, account.accepts().or(0))));
  }

  private long left(Entry entry) {
    return room() - (account.total(worst).atLeast() - entry.total(worst).atLeast());
  }

  private long room() {
    Long available = account.available();
    return available == null ? 0 : available;
  }

  private List<ClientEntry> clients() {
    return of(ClientEntry.class).toList();
  }

  private List<UpstreamEntry> upstreams() {
    return of(UpstreamEntry.class).toList();
  }

  private <T extends Entry> Stream<T> of(Class<T> type) {
    return account.entries().stream().filter(type::isInstance).map(type::cast);
  }
}
