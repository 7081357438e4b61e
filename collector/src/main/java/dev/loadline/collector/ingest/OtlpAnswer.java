package dev.loadline.collector.ingest;

import com.google.protobuf.CodedOutputStream;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers in the encoding of the question. */
enum OtlpAnswer {
  PROTOBUF("application/x-protobuf") {
    @Override
    Buffer taken(int rejected, String why) {
      return Buffer.buffer(
          rejected == 0
              ? new byte[0]
              : ExportMetricsServiceResponse.newBuilder()
                  .setPartialSuccess(
                      ExportMetricsPartialSuccess.newBuilder()
                          .setRejectedDataPoints(rejected)
                          .setErrorMessage(why))
                  .build()
                  .toByteArray());
    }

    @Override
    Buffer refused(int code, String why) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      try {
        out.writeInt32(1, code);
        out.writeString(2, why);
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Buffer.buffer(bytes.toByteArray());
    }
  },
  JSON("application/json") {
    @Override
    Buffer taken(int rejected, String why) {
      JsonObject answer = new JsonObject();
      if (rejected > 0) {
        answer.put(
            "partialSuccess",
            new JsonObject()
                .put("rejectedDataPoints", Integer.toString(rejected))
                .put("errorMessage", why));
      }
      return answer.toBuffer();
    }

    @Override
    Buffer refused(int code, String why) {
      return new JsonObject().put("code", code).put("message", why).toBuffer();
    }
  };

  private final String contentType;

  OtlpAnswer(String contentType) {
    this.contentType = contentType;
  }

  String contentType() {
    return contentType;
  }

  /** Of a request that was taken, but for some points. */
  abstract Buffer taken(int rejected, String why);

  /** A google.rpc.Status. */
  abstract Buffer refused(int code, String why);
}
