package dev.loadline.collector.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.0.1",
        "::ffff:169.254.169.254",
        "::169.254.169.254",
        "64:ff9b::169.254.169.254",
        "2002:a9fe:a9fe::1",
        "fe80::1",
        "febf::1",
        "fd00:ec2::254",
        "100.100.100.200",
        "168.63.129.16",
        "0.0.0.0",
        "::",
        "224.0.0.1"
      })
  void discoveriesDoNotLeadTo(String address) throws UnknownHostException {
    InetAddress resolved = InetAddress.getByName(address);

    assertThat(new Refused(List.of()).judge(resolved).cause())
        .isInstanceOf(ScrapeException.class)
        .hasMessageStartingWith("discoveries must not lead to ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1",
        "127.0.0.1",
        "::1",
        "192.168.0.1",
        "169.253.255.255",
        "8.8.8.8",
        "fd00::1",
        "2001:db8::1",
        "100.64.0.1"
      })
  void otherAddressesAreTaken(String address) throws UnknownHostException {
    InetAddress resolved = InetAddress.getByName(address);

    assertThat(new Refused(List.of()).judge(resolved).result()).isEqualTo(resolved);
  }

  @Test
  void whatIsAllowedIsTaken() throws UnknownHostException {
    Refused refused = new Refused(List.of(Network.parse("169.254.20.0/24")));

    assertThat(refused.judge(InetAddress.getByName("169.254.20.7")).succeeded()).isTrue();
    assertThat(refused.judge(InetAddress.getByName("169.254.21.7")).failed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/x", "", "fe80::/129"})
  void whatIsNoNetworkIsRefused(String text) {
    assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
