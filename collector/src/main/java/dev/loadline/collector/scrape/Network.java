package dev.loadline.collector.scrape;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.InetAddress;

/**
 * Addresses that begin alike: {@code 169.254.20.0/24}, {@code fe80::/10}, {@code 10.0.0.1}.
 *
 * @param start the address as a number
 * @param bytes 4 or 16
 * @param bits that count, from the left
 */
public record Network(BigInteger start, int bytes, int bits) {

  /**
   * @throws IllegalArgumentException where it is no network
   */
  public static Network parse(String text) {
    String[] parts = text.split("/", 2);
    byte[] address = NetUtil.createByteArrayFromIpAddressString(parts[0]);
    if (address == null || (parts.length == 2 && !parts[1].matches("\\d{1,3}"))) {
      throw new IllegalArgumentException("write a network as 169.254.20.0/24, not '" + text + "'");
    }
    int longest = address.length * 8;
    int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : longest;
    if (bits > longest) {
      throw new IllegalArgumentException("at most /" + longest + " in '" + text + "'");
    }
    return new Network(new BigInteger(1, address), address.length, bits);
  }

  boolean contains(InetAddress address) {
    byte[] other = address.getAddress();
    return other.length == bytes
        && new BigInteger(1, other).xor(start).shiftRight(bytes * 8 - bits).signum() == 0;
  }
}
