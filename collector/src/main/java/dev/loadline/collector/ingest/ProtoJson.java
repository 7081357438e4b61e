package dev.loadline.collector.ingest;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HexFormat;

/**
 * A protobuf message from JSON as OTLP has it: lowerCamel keys, 64-bit numbers as text or not,
 * enumerations by number, ids in hexadecimal; keys that nobody knows are left out.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP, JSON
 *     Protobuf Encoding</a>
 */
final class ProtoJson {
  private ProtoJson() {}

  /**
   * @throws IllegalArgumentException naming the key whose value does not suit it
   */
  static void merge(JsonObject json, Message.Builder into) {
    for (FieldDescriptor field : into.getDescriptorForType().getFields()) {
      Object value = json.getValue(field.getJsonName(), json.getValue(field.getName()));
      if (value == null) {
        continue;
      }
      try {
        set(field, value, into);
      } catch (ClassCastException | NumberFormatException e) {
        throw new IllegalArgumentException(field.getJsonName() + " does not take " + value, e);
      }
    }
  }

  private static void set(FieldDescriptor field, Object value, Message.Builder into) {
    if (field.isRepeated()) {
      for (Object each : (JsonArray) value) {
        into.addRepeatedField(field, read(field, each, into));
      }
    } else {
      into.setField(field, read(field, value, into));
    }
  }

  private static Object read(FieldDescriptor field, Object value, Message.Builder parent) {
    return switch (field.getJavaType()) {
      case INT -> Math.toIntExact(whole(field, value));
      case LONG -> whole(field, value);
      case FLOAT -> (float) real(value);
      case DOUBLE -> real(value);
      case BOOLEAN -> (Boolean) value;
      case STRING -> (String) value;
      case BYTE_STRING -> ByteString.copyFrom(HexFormat.of().parseHex((String) value));
      case ENUM -> constant(field, value);
      case MESSAGE -> {
        Message.Builder child = parent.newBuilderForField(field);
        merge((JsonObject) value, child);
        yield child.build();
      }
    };
  }

  private static long whole(FieldDescriptor field, Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    boolean unsigned =
        field.getType() == FieldDescriptor.Type.FIXED64
            || field.getType() == FieldDescriptor.Type.UINT64;
    return unsigned ? Long.parseUnsignedLong((String) value) : Long.parseLong((String) value);
  }

  private static double real(Object value) {
    return value instanceof Number number
        ? number.doubleValue()
        : Double.parseDouble((String) value);
  }

  private static EnumValueDescriptor constant(FieldDescriptor field, Object value) {
    if (value instanceof Number number) {
      return field.getEnumType().findValueByNumberCreatingIfUnknown(number.intValue());
    }
    EnumValueDescriptor named = field.getEnumType().findValueByName((String) value);
    if (named == null) {
      throw new IllegalArgumentException(field.getJsonName() + " does not take " + value);
    }
    return named;
  }
}
