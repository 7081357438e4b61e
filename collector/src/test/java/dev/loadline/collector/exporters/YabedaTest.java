package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Puma and Sidekiq through yabeda. */
class YabedaTest {
  @Test
  void twoWorkersOfPuma() {
    Exposed exposed = Exposed.in("written/yabeda.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            workers/puma acquired = 100.0 (yabeda)
            workers/puma in_use = 6.0 (yabeda derived)
            workers/puma limit = 10.0 (yabeda)
            workers/puma waiting = 2.0 (yabeda)
            workers/sidekiq in_use = 4.0 (yabeda)
            workers/sidekiq-default hold.count {route=Charge} = 40.0 (yabeda)
            workers/sidekiq-default hold.sum {route=Charge} = 20.0 (yabeda)
            workers/sidekiq-default wait.count {route=Charge} = 40.0 (yabeda)
            workers/sidekiq-default wait.sum {route=Charge} = 8.0 (yabeda)
            workers/sidekiq-default waiting = 12.0 (yabeda)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
