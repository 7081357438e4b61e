package dev.loadline.lab.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A capacity that was predicted before the limit was touched, kept with the hash of its text, so
 * that nobody can mend it afterwards.
 *
 * @param json what {@code /headroom/orders} said, to the byte
 * @param sha256 of those bytes in UTF-8, in hexadecimal
 * @param capacity requests/s
 * @param low end of its interval
 * @param high end of its interval
 */
public record Prediction(String json, String sha256, double capacity, double low, double high) {

  /**
   * Freezes an answer.
   *
   * @throws IllegalArgumentException when it holds no figure
   */
  public static Prediction freeze(JsonNode headroom) {
    JsonNode estimate = headroom.path("capacity");
    if (!Figures.suffices(headroom)) {
      throw new IllegalArgumentException(
          "no figure to freeze: " + estimate.path("explanation").asText());
    }
    String json = headroom.toString();
    return new Prediction(
        json,
        sha256(json),
        estimate.path("value").asDouble(),
        estimate.path("low").asDouble(),
        estimate.path("high").asDouble());
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Predicted over measured, less one: 0.02 is 2 % too high. */
  public double error(double measured) {
    return capacity / measured - 1;
  }

  /** Whether the interval holds {@code measured}. */
  public boolean covers(double measured) {
    return low <= measured && measured <= high;
  }
}
