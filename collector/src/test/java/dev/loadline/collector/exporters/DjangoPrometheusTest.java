package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Django through django-prometheus. */
class DjangoPrometheusTest {
  @Test
  void version25() {
    Exposed exposed = Exposed.in("django-prometheus-2.5.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cache/locmem hits = 10.0 (django)
            cache/locmem misses = 10.0 (django)
            cpu/process in_use_seconds = 0.26 (process)
            descriptors/process in_use = 16.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/process in_use = 4.3790336E7 (process)
            requests/http acquired {method=GET, route=<unnamed view>, status=404} = 1.0 (django)
            requests/http acquired {method=GET, route=order, status=200} = 9.0 (django)
            requests/http acquired {method=GET, route=order, status=404} = 1.0 (django)
            requests/http acquired {method=POST, route=<unnamed view>, status=404} = 2.0 (django)
            requests/http hold.count {method=GET, route=<unnamed view>} = 1.0 (django)
            requests/http hold.count {method=GET, route=order} = 10.0 (django)
            requests/http hold.count {method=POST, route=<unnamed view>} = 2.0 (django)
            requests/http hold.sum {method=GET, route=<unnamed view>} = 3.684760013129562E-4 (django)
            requests/http hold.sum {method=GET, route=order} = 0.10474047300522216 (django)
            requests/http hold.sum {method=POST, route=<unnamed view>} = 0.0028765419992851093 (django)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }
}
