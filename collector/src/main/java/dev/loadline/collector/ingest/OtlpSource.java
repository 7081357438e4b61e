package dev.loadline.collector.ingest;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who measured: what OpenTelemetry's resource attributes say of service and instance. */
record OtlpSource(String service, String instance) {

  /**
   * @param peer stands for the instance where no attribute does
   */
  static OtlpSource of(Resource resource, String peer) {
    Map<String, String> labels = labels(resource.getAttributesList());
    String host = labels.getOrDefault("host_name", peer);
    String pid = labels.get("process_pid");
    String process = pid == null ? host : host + ":" + pid;
    return new OtlpSource(
        labels.getOrDefault("service_name", "unknown_service"),
        labels.getOrDefault("service_instance_id", process));
  }

  static Map<String, String> labels(List<KeyValue> attributes) {
    Map<String, String> labels = new LinkedHashMap<>();
    attributes.forEach(
        attribute ->
            labels.merge(
                PrometheusName.label(attribute.getKey()),
                text(attribute.getValue()),
                (first, second) -> first + ";" + second));
    return labels;
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case INT_VALUE -> Long.toString(value.getIntValue());
      case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream()
              .map(OtlpSource::text)
              .collect(Collectors.joining(",", "[", "]"));
      default -> "";
    };
  }
}
