package dev.loadline.advisor.ledger;

/**
 * Connections of something that has no pool: a listener, a migration, a backup, an administrator.
 *
 * @param name {@code migration}
 * @param connections how many, 1 as a rule
 */
public record Standing(String name, int connections) {

  public Standing {
    if (connections < 0 || connections > 1_000_000) {
      throw new IllegalArgumentException(name + ": write 0 to 1000000 connections");
    }
  }
}
