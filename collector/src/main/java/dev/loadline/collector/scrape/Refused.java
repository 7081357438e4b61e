package dev.loadline.collector.scrape;

import dev.loadline.collector.scrape.ScrapeException.Reason;
import io.vertx.core.Future;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where no discovery may lead us: addresses that answer with secrets to whoever asks from this
 * host. Whoever can write into a list of targets would have us ask for them.
 *
 * @param allowed exceptions
 */
public record Refused(List<Network> allowed) {

  /** Link-local, this very host by no address, multicast, and where clouds publish credentials. */
  private static final List<Network> NETWORKS =
      Stream.of(
              "0.0.0.0/8",
              "169.254.0.0/16",
              "100.100.100.200",
              "168.63.129.16",
              "192.0.0.192",
              "224.0.0.0/4",
              "255.255.255.255",
              "::/128",
              "fe80::/10",
              "fd00:ec2::/32",
              "fd20:ce::/32",
              "ff00::/8")
          .map(Network::parse)
          .toList();

  /** IPv6 networks whose addresses end in one of IPv4: compatible, mapped, NAT64. */
  private static final List<Network> ENDING_IN_IPV4 =
      Stream.of("::/96", "::ffff:0:0/96", "64:ff9b::/96").map(Network::parse).toList();

  private static final Network SIX_TO_FOUR = Network.parse("2002::/16");

  /** The address itself, or a {@link ScrapeException}. */
  Future<InetAddress> judge(InetAddress address) {
    InetAddress plain = plain(address);
    boolean loopback = address.isLoopbackAddress();
    if (loopback || isIn(allowed, plain) || !(isIn(NETWORKS, plain) || isIn(NETWORKS, address))) {
      return Future.succeededFuture(address);
    }
    return Future.failedFuture(
        new ScrapeException(
            Reason.REFUSED,
            "discoveries must not lead to %s; name it under allow if it is wanted"
                .formatted(plain.getHostAddress())));
  }

  private static boolean isIn(List<Network> networks, InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /** The IPv4 address that one of IPv6 stands for, where it does. */
  private static InetAddress plain(InetAddress address) {
    byte[] all = address.getAddress();
    try {
      if (isIn(ENDING_IN_IPV4, address)) {
        return InetAddress.getByAddress(Arrays.copyOfRange(all, 12, 16));
      }
      return SIX_TO_FOUR.contains(address)
          ? InetAddress.getByAddress(Arrays.copyOfRange(all, 2, 6))
          : address;
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
