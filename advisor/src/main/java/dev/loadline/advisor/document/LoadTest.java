package dev.loadline.advisor.document;

import dev.loadline.advisor.document.unit.Count;
import dev.loadline.advisor.document.unit.PerSecond;
import dev.loadline.advisor.document.unit.Seconds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A load test that a document brings as evidence.
 *
 * @param tool that made the load
 * @param endpoint that was asked: {@code /health}
 * @param touches resources that a request to it occupies, by their names; null where nobody says
 * @param requests in all
 * @param concurrency at once
 */
public record LoadTest(
    String tool,
    @Nullable String endpoint,
    @Nullable List<String> touches,
    @Nullable Count requests,
    @Nullable Count concurrency,
    @Nullable PerSecond throughput,
    @Nullable Seconds response,
    @Nullable Seconds p95,
    @Nullable Seconds p99) {

  public LoadTest {
    touches = touches == null ? null : List.copyOf(touches);
  }
}
