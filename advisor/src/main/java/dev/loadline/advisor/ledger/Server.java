package dev.loadline.advisor.ledger;

import java.util.List;

/**
 * Something that accepts a limited number of connections.
 *
 * @param name by which clients and poolers refer to it
 * @param engine {@code postgres}, {@code mysql}, {@code mongodb} …; empty where nobody says
 * @param accepts connections that it accepts in all: {@code max_connections}
 * @param reserved those of them that clients do not get: {@code superuser_reserved_connections}
 * @param standing connections that are held without a pool
 * @param where the place where it was written
 */
public record Server(
    String name,
    String engine,
    Figure accepts,
    Figure reserved,
    List<Standing> standing,
    String where) {

  public Server {
    if (name.isBlank()) {
      throw new IllegalArgumentException(where + ": a server has a name");
    }
    standing = List.copyOf(standing);
  }

  /** What PostgreSQL keeps back where nothing is set. */
  public static Figure postgresqlReserved(String name) {
    return Figure.assumed(
        dev.loadline.advisor.document.resource.Server.POSTGRESQL_RESERVED,
        name + ": 3 connections reserved for superusers, PostgreSQL's own setting");
  }

  long held() {
    return standing.stream().mapToLong(Standing::connections).sum();
  }
}
