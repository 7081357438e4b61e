package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OpeningsTest {

  private final Openings openings = new Openings();

  private List<Object> opened(int count) {
    List<Object> objects = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      objects.add(new Object());
      openings.opened(objects.get(i));
    }
    return objects;
  }

  @Test
  void eachIsClosedOnceAndWhatDidNotOpenDoesNotClose() {
    List<Object> objects = opened(500);
    for (Object object : objects.subList(0, 17)) {
      openings.closed(object);
      openings.closed(object);
    }
    for (int i = 0; i < 3; i++) {
      openings.closed(new Object());
    }
    assertThat(openings.open()).isEqualTo(483);
  }

  @Test
  void thereIsRoomForMoreThanOneTableHolds() {
    List<Object> objects = opened(50_000);
    assertThat(openings.open()).isEqualTo(50_000);
    objects.subList(20, 50_000).forEach(openings::closed);
    assertThat(openings.open()).isEqualTo(20);
  }

  @Test
  void equalObjectsAreSeveral() {
    openings.opened(new String("same"));
    openings.opened(new String("same"));
    openings.closed(new String("same"));
    assertThat(openings.open()).isEqualTo(2);
  }

  @Test
  void whatIsForgottenDoesNotCloseLater() {
    List<Object> objects = opened(2000);
    openings.clear();
    assertThat(openings.open()).isZero();
    opened(1);
    objects.forEach(openings::closed);
    assertThat(openings.open()).isEqualTo(1);
  }

  @Test
  void threadsOpenAndCloseAtOnce() {
    List<CompletableFuture<Void>> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          CompletableFuture.runAsync(
              () -> opened(5000).subList(0, 4990).forEach(openings::closed)));
    }
    threads.forEach(CompletableFuture::join);
    assertThat(openings.open()).isEqualTo(40);
  }
}
