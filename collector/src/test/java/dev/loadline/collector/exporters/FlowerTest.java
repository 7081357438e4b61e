package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Celery through Flower, under the same load. */
class FlowerTest {
  @Test
  void version22() {
    Exposed exposed = Exposed.in("flower-2.2.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            workers/worker1@app-1 acquired {route=shop.charge} = 7.0 (flower)
            workers/worker1@app-1 acquired {route=shop.fail} = 2.0 (flower)
            workers/worker1@app-1 hold.count {route=shop.charge} = 4.0 (flower)
            workers/worker1@app-1 hold.sum {route=shop.charge} = 0.2597630699929141 (flower)
            workers/worker1@app-1 in_use = 3.0 (flower)
            workers/worker1@app-1 waiting {route=shop.charge} = 0.0 (flower)
            workers/worker1@app-1 waiting {route=shop.fail} = 0.0 (flower)
            workers/worker2@app-2 acquired {route=shop.charge} = 6.0 (flower)
            workers/worker2@app-2 hold.count {route=shop.charge} = 4.0 (flower)
            workers/worker2@app-2 hold.sum {route=shop.charge} = 0.23074592799821403 (flower)
            workers/worker2@app-2 in_use = 2.0 (flower)
            workers/worker2@app-2 waiting {route=shop.charge} = 0.0 (flower)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
