package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RequestMeterTest {

  @Test
  void kindsOfRequestAreToldApart() {
    RequestMeter meter = new RequestMeter(0, new AtomicInteger(100));
    for (int i = 0; i < 40; i++) {
      answer(meter, "/r" + i % 20, 200 + i % 2);
    }
    assertThat(meter.routes()).hasSize(20).allMatch(route -> route.durations().count() == 2);
    assertThat(meter.durations().count()).isEqualTo(40);
    assertThat(meter.occupancy(9).inUse()).isZero();
  }

  @Test
  void kindsBeyondTheLimitAreAddedUpAndCounted() {
    RequestMeter meter = new RequestMeter(0, new AtomicInteger(2));
    answer(meter, "/a", 200);
    answer(meter, "/b", 200);
    answer(meter, "/c", 200);
    answer(meter, "/d", 200);
    answer(meter, "/a", 200);
    assertThat(meter.folded()).isEqualTo(2);
    assertThat(meter.routes())
        .filteredOn(route -> route.path().equals("other"))
        .singleElement()
        .matches(route -> route.durations().count() == 2);
  }

  @Test
  void anAbandonedRequestIsNoLongerInFlight() {
    RequestMeter meter = new RequestMeter(0, new AtomicInteger(2));
    meter.begin(1, 0);
    meter.abandon(2, 0);
    assertThat(meter.occupancy(3).inUse()).isZero();
    assertThat(meter.durations().count()).isZero();
  }

  private static void answer(RequestMeter meter, String path, int status) {
    meter.begin(1, 0);
    meter.end(1, 5, "GET", path, status, 0);
  }
}
