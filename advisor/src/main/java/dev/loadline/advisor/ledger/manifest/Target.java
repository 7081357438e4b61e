package dev.loadline.advisor.ledger.manifest;

/**
 * A server that a container is told to connect to.
 *
 * @param address with an empty host where it is kept elsewhere
 * @param hidden where it is kept: {@code Secret db/url}; empty where it is known
 * @param setting where it was written
 */
record Target(Address address, String hidden, Setting setting) {

  static Target known(Address address, Setting setting) {
    return new Target(address, "", setting);
  }

  static Target hidden(String engine, String hidden, Setting setting) {
    return new Target(Address.host(engine, ""), hidden, setting);
  }
}
