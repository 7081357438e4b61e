package dev.loadline.advisor.ledger.manifest;

/**
 * A server that a container is told to connect to.
 *
 * @param address with an empty host where it is kept elsewhere
 * @param hidden where it is kept: {@code Secret db/url}; empty where it is known
 * @param setting where it was written
 * @param unreadable the variable whose value is no address; empty where it is one
 */
record Target(Address address, String hidden, Setting setting, String unreadable) {

  static Target known(Address address, Setting setting) {
    return new Target(address, "", setting, "");
  }

  static Target hidden(String engine, String hidden, Setting setting) {
    return new Target(Address.host(engine, ""), hidden, setting, "");
  }

  /**
   * One whose address is written and cannot be read; it is never printed, for it has a password.
   */
  static Target unreadable(String engine, String variable, Setting setting) {
    return new Target(Address.host(engine, ""), "", setting, variable);
  }
}
