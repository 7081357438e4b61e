package dev.loadline.collector.ingest;

import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;

/**
 * OTLP over HTTP.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">OTLP/HTTP</a>
 */
final class Otlp implements Protocol {
  private static final int INVALID_ARGUMENT = 3;
  private static final int RESOURCE_EXHAUSTED = 8;
  private static final int INTERNAL = 13;
  private static final int UNAVAILABLE = 14;

  private final Inflow inflow;
  private final IngestLimits limits;
  private final IngestMeters meters;
  private final DeltaTotals totals;
  private Future<?> lastIncrements = Future.succeededFuture();

  Otlp(Inflow inflow, IngestLimits limits, MeterRegistry registry) {
    this.inflow = inflow;
    this.limits = limits;
    this.meters = new IngestMeters(registry, name());
    this.totals = new DeltaTotals(limits.series());
  }

  @Override
  public String name() {
    return "otlp";
  }

  @Override
  public Future<Answer> take(Push push) {
    OtlpAnswer answer = answer(push);
    ExportMetricsServiceRequest request;
    try {
      request = read(push, answer);
    } catch (RefusedException e) {
      return Future.failedFuture(e);
    }
    return hasIncrements(request)
        ? inTurn(request, push.peer(), answer)
        : keep(request, push.peer(), answer);
  }

  /** One after the other: what is added up counts only when it is kept. */
  private synchronized Future<Answer> inTurn(
      ExportMetricsServiceRequest request, String peer, OtlpAnswer answer) {
    Future<Answer> next = lastIncrements.transform(unused -> keep(request, peer, answer));
    lastIncrements = next;
    return next;
  }

  private Future<Answer> keep(ExportMetricsServiceRequest request, String peer, OtlpAnswer answer) {
    DeltaTotals.Draft draft = totals.draft();
    OtlpPoints points = new OtlpPoints(inflow.window(), draft);
    points.read(request, peer);
    return inflow
        .keep(points.offers())
        .map(
            kept -> {
              draft.commit();
              meters.took(points.offers().size(), kept, points.rejections());
              return new Answer(
                  200,
                  answer.contentType(),
                  answer.taken(points.rejections().total(), points.rejections().text()));
            });
  }

  private ExportMetricsServiceRequest read(Push push, OtlpAnswer answer) throws RefusedException {
    if (!push.contentType().equals(OtlpAnswer.PROTOBUF.contentType())
        && !push.contentType().equals(OtlpAnswer.JSON.contentType())) {
      throw new RefusedException(
          415, "content_type", "send application/x-protobuf or application/json");
    }
    byte[] body =
        switch (push.encoding()) {
          case "identity" -> push.body().getBytes();
          case "gzip" -> Gzip.unpack(push.body().getBytes(), limits);
          default -> throw new RefusedException(415, "encoding", "encode as gzip, or not at all");
        };
    try {
      return answer == OtlpAnswer.JSON ? json(body) : ExportMetricsServiceRequest.parseFrom(body);
    } catch (InvalidProtocolBufferException | DecodeException | IllegalArgumentException e) {
      throw new RefusedException(400, "malformed", String.valueOf(e.getMessage()));
    }
  }

  private static ExportMetricsServiceRequest json(byte[] body) {
    ExportMetricsServiceRequest.Builder request = ExportMetricsServiceRequest.newBuilder();
    ProtoJson.merge(new JsonObject(Buffer.buffer(body)), request);
    return request.build();
  }

  private static boolean hasIncrements(ExportMetricsServiceRequest request) {
    return request.getResourceMetricsList().stream()
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .flatMap(scope -> scope.getMetricsList().stream())
        .map(Otlp::temporality)
        .anyMatch(each -> each == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA);
  }

  private static AggregationTemporality temporality(Metric metric) {
    return switch (metric.getDataCase()) {
      case SUM -> metric.getSum().getAggregationTemporality();
      case HISTOGRAM -> metric.getHistogram().getAggregationTemporality();
      case EXPONENTIAL_HISTOGRAM -> metric.getExponentialHistogram().getAggregationTemporality();
      default -> AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
    };
  }

  @Override
  public Answer refusal(Push push, RefusedException why) {
    OtlpAnswer answer = answer(push);
    return new Answer(
        why.status(), answer.contentType(), answer.refused(code(why.status()), why.text()));
  }

  private static int code(int status) {
    return switch (status) {
      case 400, 415 -> INVALID_ARGUMENT;
      case 413 -> RESOURCE_EXHAUSTED;
      case 503 -> UNAVAILABLE;
      default -> INTERNAL;
    };
  }

  private static OtlpAnswer answer(Push push) {
    return push.contentType().equals(OtlpAnswer.PROTOBUF.contentType())
        ? OtlpAnswer.PROTOBUF
        : OtlpAnswer.JSON;
  }
}
