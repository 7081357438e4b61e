package dev.loadline.advisor.headroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.capacity.Status;
import dev.loadline.advisor.forecast.Forecast;
import dev.loadline.advisor.notify.Notice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusWatchTest {
  private static final URI PAGE = URI.create("http://127.0.0.1:8686/");
  private static final Instant AT = Instant.parse("2027-01-04T10:00:00Z");

  private final StatusWatch watch = new StatusWatch(PAGE);

  private static ServiceHeadroom with(Status status, double headroom) {
    Estimate rate = Estimate.exact(100, "requests/s", "made");
    return new ServiceHeadroom(
        "orders",
        AT,
        status,
        status == Status.OK ? null : "because",
        rate,
        rate,
        null,
        rate,
        rate,
        "waiting < 5 %",
        status == Status.UNKNOWN
            ? Estimate.unknown("ratio", "gone")
            : Estimate.signed(headroom, headroom, headroom, "1 - 86 / 100"),
        "pool/orders-db",
        List.of(),
        Forecast.from(Duration.ZERO),
        List.of(),
        List.of());
  }

  private Optional<Notice> see(Status status, double headroom) {
    return watch.see(with(status, headroom));
  }

  @Test
  void toldOnceWhenItTurnsTightAndOnceWhenWellAgain() {
    assertThat(see(Status.TIGHT, 0.14)).isEmpty();
    Notice notice = see(Status.TIGHT, 0.14).orElseThrow();
    assertThat(notice.firing()).isTrue();
    assertThat(notice.title()).isEqualTo("orders is tight: headroom 14 %");
    assertThat(notice.link()).isEqualTo(URI.create("http://127.0.0.1:8686/#orders"));
    assertThat(see(Status.TIGHT, 0.13)).isEmpty();
    assertThat(see(Status.TIGHT, 0.13)).isEmpty();
    assertThat(see(Status.OK, 0.4)).isEmpty();
    Notice clear = see(Status.OK, 0.4).orElseThrow();
    assertThat(clear.firing()).isFalse();
    assertThat(clear.title()).isEqualTo("orders is well again after tight: headroom 40 %");
    assertThat(clear.labels()).isEqualTo(notice.labels());
    assertThat(see(Status.OK, 0.4)).isEmpty();
  }

  @Test
  void oneBadEvaluationIsNotTold() {
    assertThat(see(Status.TIGHT, 0.14)).isEmpty();
    assertThat(see(Status.OK, 0.3)).isEmpty();
    assertThat(see(Status.TIGHT, 0.14)).isEmpty();
  }

  @Test
  void onTheEdgeNothingFlaps() {
    see(Status.TIGHT, 0.19);
    assertThat(see(Status.TIGHT, 0.19)).isPresent();
    for (int i = 0; i < 10; i++) {
      assertThat(see(Status.OK, 0.21)).isEmpty();
      assertThat(see(Status.TIGHT, 0.19)).isEmpty();
    }
  }

  @Test
  void worseIsTold() {
    see(Status.TIGHT, 0.19);
    see(Status.TIGHT, 0.19);
    see(Status.BLOCKED, -0.1);
    assertThat(see(Status.BLOCKED, -0.1).orElseThrow().from()).isEqualTo(Status.TIGHT);
  }

  @Test
  void silenceIsNoAllClear() {
    see(Status.TIGHT, 0.19);
    see(Status.TIGHT, 0.19);
    assertThat(see(Status.UNKNOWN, 0)).isEmpty();
    assertThat(see(Status.UNKNOWN, 0)).isEmpty();
    assertThat(watch.told().get("orders")).isEqualTo(new StatusWatch.Told(Status.TIGHT, AT));
  }

  @Test
  void aRestartNeitherRepeatsNorLosesAMessage() {
    see(Status.TIGHT, 0.19);
    see(Status.TIGHT, 0.19);
    StatusWatch after = StatusWatch.restored(PAGE, watch.told());
    after.see(with(Status.TIGHT, 0.19));
    assertThat(after.see(with(Status.TIGHT, 0.19))).isEmpty();
    after.see(with(Status.OK, 0.5));
    assertThat(after.see(with(Status.OK, 0.5))).isPresent();
  }
}
