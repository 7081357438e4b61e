package dev.loadline.collector.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private final Labels labels = new Labels(new String[] {"pool", "orders", "state", "idle"});

  @Test
  void areAMapLikeAnyOther() {
    assertThat(labels).isEqualTo(Map.of("state", "idle", "pool", "orders"));
    assertThat(labels.hashCode()).isEqualTo(Map.of("state", "idle", "pool", "orders").hashCode());
    assertThat(labels).hasSize(2).containsEntry("state", "idle").doesNotContainKey("idle");
  }

  @Test
  void keepTheOrderOfTheLine() {
    assertThat(labels.keySet()).containsExactly("pool", "state");
  }

  @Test
  void cannotBeChanged() {
    assertThatThrownBy(() -> labels.put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(labels::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
