package dev.loadline.advisor.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.loadline.advisor.capacity.Status;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertmanagerNotifierTest {
  @Test
  void anAlertFiresAndIsResolvedInTheRealOne(@TempDir Path directory) throws IOException {
    try (RealAlertmanager alertmanager = RealAlertmanager.start(directory)) {
      Notifier notifier =
          new AlertmanagerNotifier.AlertmanagerNotifierFactory()
              .create(new AlertmanagerNotifier.Settings(alertmanager.url()));
      Instant now = Instant.now();

      assertThat(notifier.deliver(Notices.tight(now))).isEqualTo(Delivery.delivered());
      assertThat(notifier.deliver(Notices.tight(now))).isEqualTo(Delivery.delivered());

      JsonNode firing = alertmanager.firing();
      assertThat(firing).hasSize(1);
      assertThat(firing.at("/0/status/state").asText()).isEqualTo("active");
      assertThat(labels(firing.get(0)))
          .containsExactlyInAnyOrderEntriesOf(
              Map.of("alertname", "LoadlineHeadroom", "service", "orders", "severity", "warning"));
      assertThat(firing.at("/0/annotations/summary").asText())
          .isEqualTo("orders is tight: headroom 14 %");
      assertThat(firing.at("/0/annotations/description").asText())
          .isEqualTo("15 connections / 0.100 s = 150/s");
      assertThat(firing.at("/0/generatorURL").asText()).isEqualTo("http://127.0.0.1:8686/#orders");

      assertThat(notifier.deliver(Notices.well(Instant.now()))).isEqualTo(Delivery.delivered());
      assertThat(alertmanager.firing()).isEmpty();
    }
  }

  @Test
  void aRefusalOfTheRealOneIsFinalAndGivesItsReason(@TempDir Path directory) throws IOException {
    try (RealAlertmanager alertmanager = RealAlertmanager.start(directory)) {
      Delivery delivery = notifier(alertmanager.url()).deliver(unacceptable());

      assertThat(delivery)
          .isInstanceOfSatisfying(
              Delivery.Failed.class,
              failed -> assertThat(failed.reason()).startsWith("Alertmanager answered 400 "));
      assertThat(alertmanager.firing()).isEmpty();
    }
  }

  @Test
  void aFiringAlertEndsByItselfAfterFourMinutes() throws IOException {
    JsonNode alert = sent(Notices.tight(Notices.TEN.minusSeconds(600)));

    assertThat(alert.get("startsAt").asText()).isEqualTo("2027-01-04T09:50:00Z");
    assertThat(alert.get("endsAt").asText()).isEqualTo("2027-01-04T10:04:00Z");
    assertThat(notifier(URI.create("http://127.0.0.1:1")).forgets()).isTrue();
  }

  @Test
  void theAllClearHasTheLabelsOfTheAlertAndHasEnded() throws IOException {
    JsonNode alert = sent(Notices.well(Notices.TEN));

    assertThat(labels(alert)).isEqualTo(labels(sent(Notices.tight(Notices.TEN))));
    assertThat(alert.get("endsAt").asText()).isEqualTo("2027-01-04T10:00:00Z");
    assertThat(alert.has("startsAt")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void aFailureIsTriedAgain(int status) throws IOException {
    try (ChannelStub broken = ChannelStub.answering(status, "\"overloaded\"")) {
      assertThat(notifier(broken.webhook()).deliver(Notices.tight(Notices.TEN)))
          .isEqualTo(
              Delivery.retry(Duration.ZERO, "Alertmanager answered " + status + " \"overloaded\""));
    }
  }

  @Test
  void anAbsentOneIsTriedAgain() throws IOException {
    ChannelStub gone = ChannelStub.answering(200, "");
    gone.close();

    assertThat(notifier(gone.webhook()).deliver(Notices.tight(Notices.TEN)))
        .isEqualTo(Delivery.retry(Duration.ZERO, "cannot be connected to"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"alertmanager:9093", "ftp://a", "http:///x", "http://u:p@a:9093", "http://a/?b"})
  void anAddressThatCannotWorkIsRefused(String url) {
    URI address = URI.create(url);

    assertThatThrownBy(() -> new AlertmanagerNotifier.Settings(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("url ")
        .hasMessageNotContaining("u:p");
  }

  @Test
  void itIsFoundUnderItsName() {
    assertThat(ServiceLoader.load(NotifierFactory.class))
        .extracting(factory -> factory.name())
        .contains("alertmanager");
  }

  private static Notice unacceptable() {
    return new Notice(
        "orders",
        Status.OK,
        Status.TIGHT,
        Notices.TEN.plus(Duration.ofDays(3650)),
        true,
        "starts after its end",
        List.of(),
        Map.of(),
        URI.create("http://127.0.0.1:8686/"));
  }

  private static JsonNode sent(Notice notice) throws IOException {
    try (ChannelStub alertmanager = ChannelStub.answering(200, "")) {
      notifier(alertmanager.webhook()).deliver(notice);
      return new ObjectMapper().readTree(alertmanager.received().get(0)).get(0);
    }
  }

  private static Notifier notifier(URI url) {
    return new AlertmanagerNotifier(
        new AlertmanagerNotifier.Settings(url), InstantSource.fixed(Notices.TEN));
  }

  private static Map<String, String> labels(JsonNode alert) {
    return new ObjectMapper()
        .convertValue(
            alert.get("labels"), new com.fasterxml.jackson.core.type.TypeReference<>() {});
  }
}
