package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InFlightTest {

  private final InFlight open = new InFlight(64);

  @Test
  void aRequestIsFoundByIdentityUntilItEnds() {
    String one = new String("same");
    String other = new String("same");
    assertThat(open.begin(one, 7)).isTrue();
    int slot = open.find(one);
    assertThat(open.since(slot)).isEqualTo(7);
    assertThat(open.find(other)).isEqualTo(-1);
    assertThat(open.end(slot, other)).isFalse();
    assertThat(open.end(slot, one)).isTrue();
    assertThat(open.end(slot, one)).isFalse();
    assertThat(open.find(one)).isEqualTo(-1);
  }

  @Test
  void theFirstNoteHoldsAndGoesWithItsRequest() {
    Object request = new Object();
    open.begin(request, 1);
    int slot = open.find(request);
    open.note(slot, "/shop/*");
    open.note(slot, "/error");
    assertThat(open.note(slot)).isEqualTo("/shop/*");
    open.renote(slot, "/shop/{id}");
    assertThat(open.note(slot)).isEqualTo("/shop/{id}");
    open.end(slot, request);
    open.begin(request, 2);
    assertThat(open.note(open.find(request))).isNull();
  }

  @Test
  void whatFindsNoPlaceIsRefusedAndTheOthersStayKnown() {
    List<Object> known = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < 200; i++) {
      Object request = new Object();
      if (open.begin(request, i)) {
        known.add(request);
      } else {
        refused++;
      }
    }
    assertThat(known).hasSizeBetween(32, 64);
    assertThat(refused).isEqualTo(200 - known.size());
    assertThat(known).allMatch(request -> open.find(request) >= 0);
    open.clear();
    assertThat(known).allMatch(request -> open.find(request) < 0);
  }
}
