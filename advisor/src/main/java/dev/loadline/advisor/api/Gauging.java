package dev.loadline.advisor.api;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.document.DocumentStanding;
import dev.loadline.advisor.headroom.ResourceHeadroom;
import dev.loadline.advisor.headroom.ServiceHeadroom;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers as metrics. What is unknown is absent, never 0: an alert on a missing figure is
 * honest, an alert on an invented one is not.
 */
public final class Gauging {
  private final MultiGauge headroom;
  private final MultiGauge capacity;
  private final MultiGauge demand;
  private final MultiGauge claims;

  public Gauging(MeterRegistry registry) {
    headroom =
        gauge(
            registry, "loadline.headroom.ratio", "1 - peak demand / safe capacity; 1 is all free");
    capacity =
        gauge(
            registry,
            "loadline.capacity.requests.per.second",
            "Request rate at which a resource is full (bound value, low, high) or no longer safe");
    demand =
        gauge(registry, "loadline.demand.requests.per.second", "Request rate of a service now");
    claims = gauge(registry, "loadline.claims", "Claims of a bound document by what live data say");
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  /** Replaces all figures by those of the latest answers. */
  public void show(Collection<ServiceHeadroom> answers) {
    List<Row<?>> headrooms = new ArrayList<>();
    List<Row<?>> capacities = new ArrayList<>();
    List<Row<?>> demands = new ArrayList<>();
    List<Row<?>> verdicts = new ArrayList<>();
    for (ServiceHeadroom answer : answers) {
      Tags tags = Tags.of("service", answer.service());
      add(headrooms, tags, answer.headroom().value());
      add(demands, tags, answer.demand().value());
      answer.resources().forEach(resource -> addCapacity(capacities, tags, resource));
      answer.documents().forEach(document -> addClaims(verdicts, tags, document));
    }
    headroom.register(headrooms, true);
    capacity.register(capacities, true);
    demand.register(demands, true);
    claims.register(verdicts, true);
  }

  private static void addCapacity(List<Row<?>> rows, Tags service, ResourceHeadroom resource) {
    Tags tags = service.and("resource", resource.resource());
    Estimate full = resource.saturatesAt();
    add(rows, tags.and("bound", "value"), full.value());
    add(rows, tags.and("bound", "low"), full.low());
    add(rows, tags.and("bound", "high"), full.high());
    add(rows, tags.and("bound", "safe"), resource.safeUpTo().value());
  }

  private static void addClaims(List<Row<?>> rows, Tags service, DocumentStanding document) {
    Tags tags = service.and("document", document.document());
    add(rows, tags.and("verdict", "confirmed"), (double) document.confirmed());
    add(rows, tags.and("verdict", "contradicted"), (double) document.contradicted());
    add(rows, tags.and("verdict", "disputed"), (double) document.disputed());
    add(rows, tags.and("verdict", "open"), (double) document.open());
  }

  private static void add(List<Row<?>> rows, Tags tags, @Nullable Double figure) {
    if (figure != null) {
      rows.add(Row.of(tags, figure));
    }
  }
}
