package dev.loadline.advisor.ledger;

import java.util.List;

/**
 * A connection pooler such as PgBouncer: clients connect to it, and it alone to the servers behind.
 *
 * @param name by which clients refer to it
 * @param fleet its instances
 * @param upstreams what one instance may open, server by server
 * @param maxClients clients that one instance accepts: {@code max_client_conn}
 * @param mode {@code session}, {@code transaction} or {@code statement}
 * @param where the place where it was written
 */
public record Pooler(
    String name,
    Fleet fleet,
    List<Upstream> upstreams,
    Figure maxClients,
    String mode,
    String where) {

  public Pooler {
    if (name.isBlank()) {
      throw new IllegalArgumentException(where + ": a pooler has a name");
    }
    upstreams = List.copyOf(upstreams);
  }
}
