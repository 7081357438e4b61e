package dev.loadline.advisor.ledger.manifest;

import dev.loadline.advisor.ledger.Figure;
import dev.loadline.advisor.ledger.Server;
import java.util.List;

/** Servers, with what they keep back from clients. */
final class Servers {

  private Servers() {}

  static Server of(String name, String engine, Figure accepts, Container container) {
    return new Server(
        name, engine, accepts, reserved(name, engine, container), List.of(), container.where());
  }

  private static Figure reserved(String name, String engine, Container container) {
    if (!engine.equals("postgres")) {
      return Figure.known(0, container.where());
    }
    return container
        .commandLine()
        .parameter("superuser_reserved_connections")
        .map(setting -> setting.number("superuser_reserved_connections"))
        .orElseGet(() -> Server.postgresqlReserved(name));
  }
}
