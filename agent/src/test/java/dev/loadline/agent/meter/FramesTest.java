package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FramesTest {

  private final Frames frames = new Frames();

  @Test
  void aMarkBelongsToTheInnermostCall() {
    int outer = frames.enter(7);
    frames.mark(7);
    int inner = frames.enter(7);
    assertThat(frames.exit(7, inner)).isFalse();
    int marked = frames.enter(7);
    frames.mark(7);
    assertThat(frames.exit(7, marked)).isTrue();
    assertThat(frames.exit(7, outer)).isTrue();
  }

  @Test
  void aMarkInsideDoesNotReachOutside() {
    int outer = frames.enter(7);
    int inner = frames.inside(7);
    frames.mark(7);
    assertThat(frames.exit(7, inner)).isTrue();
    assertThat(frames.exit(7, outer)).isFalse();
  }

  @Test
  void outsideOfCallsNothingIsMarked() {
    assertThat(frames.inside(7)).isEqualTo(Frames.NONE);
    frames.mark(7);
    int later = frames.enter(7);
    assertThat(later).isEqualTo(Frames.OUTERMOST);
    assertThat(frames.exit(7, later)).isFalse();
  }

  @Test
  void threadsAreToldApart() {
    int one = frames.enter(7);
    int other = frames.enter(8);
    frames.mark(8);
    assertThat(frames.exit(7, one)).isFalse();
    assertThat(frames.exit(8, other)).isTrue();
  }
}
