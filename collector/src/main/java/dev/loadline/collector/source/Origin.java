package dev.loadline.collector.source;

/**
 * Where the samples of a source come from.
 *
 * @param service what users call
 * @param instance the one that was read, {@code 127.0.0.1:5432}
 * @param sensor who measured, {@code postgresql}
 * @param url how {@code /targets} names it, without a user: {@code postgresql://127.0.0.1:5432}
 */
public record Origin(String service, String instance, String sensor, String url) {

  static Origin of(String service, Address address, String sensor) {
    return new Origin(service, address.toString(), sensor, sensor + "://" + address);
  }
}
