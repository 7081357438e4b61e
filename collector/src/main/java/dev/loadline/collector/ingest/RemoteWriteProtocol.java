package dev.loadline.collector.ingest;

import dev.loadline.collector.prometheus.Snappy;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.Map;

/**
 * Prometheus remote write 1.0 and 2.0 as receiver. What cannot be taken is refused with 400, which
 * is not sent again, after everything else of the request was kept.
 *
 * @see <a href="https://prometheus.io/docs/specs/prw/remote_write_spec_2_0/">remote write 2.0</a>
 */
final class RemoteWriteProtocol implements Protocol {
  private static final String SECOND = "io.prometheus.write.v2.Request";
  private static final String WRITTEN = "X-Prometheus-Remote-Write-%s-Written";

  private final Inflow inflow;
  private final IngestLimits limits;
  private final IngestMeters meters;

  RemoteWriteProtocol(Inflow inflow, IngestLimits limits, MeterRegistry registry) {
    this.inflow = inflow;
    this.limits = limits;
    this.meters = new IngestMeters(registry, name());
  }

  @Override
  public String name() {
    return "remote_write";
  }

  @Override
  public Future<Answer> take(Push push) {
    WrittenPoints points = new WrittenPoints(inflow.window());
    try {
      boolean second = isSecond(push);
      byte[] message = Snappy.unpack(push.body().getBytes(), limits.bodyBytes());
      if (second) {
        RemoteWrite.second(message, points::add);
      } else {
        RemoteWrite.first(message, points::add);
      }
    } catch (RefusedException e) {
      return Future.failedFuture(e);
    } catch (Snappy.BlockException e) {
      return Future.failedFuture(
          new RefusedException(
              e.tooLarge() ? 413 : 400,
              e.tooLarge() ? "body_limit" : "malformed",
              "the snappy block " + e.getMessage()));
    } catch (IOException e) {
      return Future.failedFuture(
          new RefusedException(400, "malformed", String.valueOf(e.getMessage())));
    }
    return inflow.keep(points.offers()).map(kept -> answer(points, kept));
  }

  private static boolean isSecond(Push push) throws RefusedException {
    String message = push.parameter().replace("\"", "").replace(" ", "");
    boolean second = message.equals("proto=" + SECOND);
    boolean first = message.isEmpty() || message.equals("proto=prometheus.WriteRequest");
    if (!push.contentType().equals("application/x-protobuf") || !(first || second)) {
      throw new RefusedException(
          415,
          "content_type",
          "send application/x-protobuf, with proto=prometheus.WriteRequest or proto=" + SECOND);
    }
    if (!push.encoding().equals("snappy")) {
      throw new RefusedException(415, "encoding", "encode as snappy");
    }
    return second;
  }

  private Answer answer(WrittenPoints points, int kept) {
    meters.took(points.offers().size(), kept, points.rejections());
    Map<String, String> written = written(points.taken());
    return points.rejections().total() == 0
        ? new Answer(204, "", Buffer.buffer(), written)
        : problem(400, points.rejections().text(), written);
  }

  private static Map<String, String> written(int samples) {
    return Map.of(
        WRITTEN.formatted("Samples"), Integer.toString(samples),
        WRITTEN.formatted("Histograms"), "0",
        WRITTEN.formatted("Exemplars"), "0");
  }

  @Override
  public Answer refusal(Push push, RefusedException why) {
    return problem(why.status(), why.text(), written(0));
  }

  /** RFC 9457. */
  private static Answer problem(int status, String detail, Map<String, String> headers) {
    return new Answer(
        status,
        "application/problem+json",
        new JsonObject()
            .put("title", "not taken")
            .put("status", status)
            .put("detail", detail)
            .toBuffer(),
        headers);
  }
}
