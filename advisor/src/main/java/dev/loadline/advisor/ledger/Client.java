package dev.loadline.advisor.ledger;

/**
 * Something that opens connections: a service with its pool. Every process of every instance has a
 * pool of its own, so that 4 instances with 1 process and 20 + 40 connections may open 240.
 *
 * @param name as its team calls it: {@code orders}
 * @param target the server or pooler that it connects to, by name
 * @param fleet its instances
 * @param processes processes of one instance, each with its own pool
 * @param size connections that the pool of one process keeps
 * @param overflow connections that it may open beyond its size
 * @param where the place where it was written, {@code orders.yaml:12}
 */
public record Client(
    String name,
    String target,
    Fleet fleet,
    Figure processes,
    Figure size,
    Figure overflow,
    String where) {

  public Client {
    if (name.isBlank() || target.isBlank()) {
      throw new IllegalArgumentException(
          where + ": a client has a name and a server that it connects to");
    }
  }

  /** Connections that the pool of one process may open, as far as they are known. */
  long perProcess() {
    return (long) size.or(0) + overflow.or(0);
  }

  long perInstance() {
    return processes.or(1) * perProcess();
  }
}
