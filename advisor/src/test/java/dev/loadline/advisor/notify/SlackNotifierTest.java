package dev.loadline.advisor.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackNotifierTest {
  @TempDir Path secrets;

  @Test
  void aNoticeArrivesWithTextAndBlocks() throws IOException {
    try (ChannelStub slack = ChannelStub.answering(200, "ok")) {
      assertThat(deliver(slack, Notices.tight(Notices.TEN))).isEqualTo(Delivery.delivered());

      JsonNode message = new ObjectMapper().readTree(slack.received().get(0));
      assertThat(slack.received()).hasSize(1);
      assertThat(message.at("/text").asText()).isEqualTo("orders is tight: headroom 14 %");
      assertThat(message.at("/blocks/0/text/text").asText())
          .isEqualTo(":warning: *orders is tight: headroom 14 %*");
      assertThat(message.at("/blocks/1/text/text").asText())
          .isEqualTo(
              """
              • 15 connections / 0.100 s = 150/s
              <http://127.0.0.1:8686/#orders|Show the sum>""");
    }
  }

  @Test
  void theAllClearLooksDifferent() throws IOException {
    try (ChannelStub slack = ChannelStub.answering(200, "ok")) {
      deliver(slack, Notices.well(Notices.TEN));

      assertThat(slack.received().get(0)).contains(":white_check_mark: *orders is well again*");
    }
  }

  @Test
  void namesCannotAddressAnybodyOrPoseAsLinks() throws IOException {
    try (ChannelStub slack = ChannelStub.answering(200, "ok")) {
      deliver(
          slack,
          Notices.tight(Notices.TEN, "<!channel> & @here", List.of("<https://a.example|ok>")));

      assertThat(slack.received().get(0))
          .contains("&lt;!channel&gt; &amp; @\u2060here", "&lt;https://a.example|ok&gt;")
          .doesNotContain("<!channel>", "@here", "<https://a.example");
    }
  }

  @Test
  void aLongStoryStaysBelowSlacksLimit() throws IOException {
    List<String> lines = IntStream.range(0, 500).mapToObj(i -> "<".repeat(5000)).toList();
    try (ChannelStub slack = ChannelStub.answering(200, "ok")) {
      deliver(slack, Notices.tight(Notices.TEN, "x".repeat(9000), lines));

      JsonNode blocks = new ObjectMapper().readTree(slack.received().get(0)).get("blocks");
      assertThat(blocks.at("/0/text/text").asText()).hasSizeLessThan(3000);
      assertThat(blocks.at("/1/text/text").asText())
          .contains("… and 498 more")
          .hasSizeLessThan(3000);
    }
  }

  @Test
  void tooManyRequestsIsTriedAgainWhenSlackSays() throws IOException {
    try (ChannelStub slack =
        ChannelStub.doing(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "30");
              ChannelStub.send(exchange, 429, "rate_limited");
            })) {
      assertThat(deliver(slack, Notices.tight(Notices.TEN)))
          .isEqualTo(Delivery.retry(Duration.ofSeconds(30), "Slack answered 429 rate_limited"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void aFailureOfSlackIsTriedAgain(int status) throws IOException {
    try (ChannelStub slack = ChannelStub.answering(status, "<html>")) {
      assertThat(deliver(slack, Notices.tight(Notices.TEN)))
          .isEqualTo(Delivery.retry(Duration.ZERO, "Slack answered " + status));
    }
  }

  @ParameterizedTest
  @CsvSource({"404, no_service", "400, invalid_blocks", "403, action_prohibited", "200, invalid"})
  void aRefusalIsFinal(int status, String body) throws IOException {
    try (ChannelStub slack = ChannelStub.answering(status, body)) {
      assertThat(deliver(slack, Notices.tight(Notices.TEN)))
          .isInstanceOfSatisfying(
              Delivery.Failed.class,
              failed ->
                  assertThat(failed.reason()).startsWith("Slack answered " + status + " " + body));
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (ChannelStub other = ChannelStub.answering(200, "ok");
        ChannelStub slack =
            ChannelStub.doing(
                exchange -> {
                  exchange.getResponseHeaders().set("Location", other.webhook().toString());
                  ChannelStub.send(exchange, 307, "");
                })) {
      assertThat(deliver(slack, Notices.tight(Notices.TEN))).isInstanceOf(Delivery.Failed.class);
      assertThat(other.received()).isEmpty();
    }
  }

  @Test
  void silenceIsTriedAgain() throws IOException {
    try (ChannelStub slack = ChannelStub.hanging()) {
      assertThat(deliver(slack, Notices.tight(Notices.TEN)))
          .isEqualTo(Delivery.retry(Duration.ZERO, "no answer within 500 ms"));
      assertThat(slack.received()).hasSize(1);
    }
  }

  @Test
  void anAnswerWithoutEndIsTriedAgain() throws IOException {
    try (ChannelStub slack =
        ChannelStub.doing(
            exchange -> {
              exchange.sendResponseHeaders(200, 100);
              exchange.getResponseBody().write('o');
              exchange.getResponseBody().flush();
            })) {
      assertThat(deliver(slack, Notices.tight(Notices.TEN))).isInstanceOf(Delivery.Retry.class);
    }
  }

  @Test
  void aHugeAnswerIsNotReadToItsEnd() throws IOException {
    try (ChannelStub slack = ChannelStub.answering(500, "x".repeat(1_000_000))) {
      assertThat(deliver(slack, Notices.tight(Notices.TEN)))
          .isEqualTo(Delivery.retry(Duration.ZERO, "Slack answered 500"));
    }
  }

  @Test
  void theAddressNeverShowsInAReason() throws IOException {
    ChannelStub slack = ChannelStub.answering(404, "https://hooks.example/" + ChannelStub.SECRET);
    String refused = deliver(slack, Notices.tight(Notices.TEN)).toString();
    slack.close();
    String unreachable = deliver(slack, Notices.tight(Notices.TEN)).toString();

    assertThat(refused).contains("404").doesNotContain("canary", "http");
    assertThat(unreachable).contains("cannot be connected to").doesNotContain("canary", "http");
  }

  @Test
  void aNewWebhookCountsWithoutARestart() throws IOException {
    try (ChannelStub before = ChannelStub.answering(404, "no_service");
        ChannelStub after = ChannelStub.answering(200, "ok")) {
      Path file = file(before.webhook().toString());
      Notifier notifier = notifier(file);
      notifier.deliver(Notices.tight(Notices.TEN));
      Files.writeString(file, after.webhook() + "\n");

      assertThat(notifier.deliver(Notices.tight(Notices.TEN))).isEqualTo(Delivery.delivered());
    }
  }

  @Test
  void aMissingFileIsRefusedAtTheStart() {
    Path missing = secrets.resolve("none");

    assertThatThrownBy(
            () ->
                new SlackNotifier.SlackNotifierFactory()
                    .create(new SlackNotifier.Settings(missing)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "webhook_file %s cannot be read; check that it exists and who may read it", missing)
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "canary", "http://hooks.example/canary", "https:canary", "a canary\nb"})
  void aFileWithoutAnAddressIsRefusedWithoutShowingIt(String content) throws IOException {
    Path file = file(content);

    assertThatThrownBy(
            () -> new SlackNotifier.SlackNotifierFactory().create(new SlackNotifier.Settings(file)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("webhook_file %s does not hold one address that begins with https://", file)
        .hasNoCause();
  }

  @Test
  void itIsFoundUnderItsName() {
    assertThat(ServiceLoader.load(NotifierFactory.class))
        .extracting(factory -> factory.name())
        .contains("slack");
  }

  private Delivery deliver(ChannelStub slack, Notice notice) throws IOException {
    return notifier(file(slack.webhook().toString())).deliver(notice);
  }

  private static Notifier notifier(Path file) {
    return new SlackNotifier(new SlackNotifier.Settings(file), Duration.ofMillis(500));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(Files.createTempFile(secrets, "slack", ""), content);
  }
}
