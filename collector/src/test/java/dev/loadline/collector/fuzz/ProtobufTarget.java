package dev.loadline.collector.fuzz;

import dev.loadline.collector.exposition.Format;

/** The protobuf form. */
public final class ProtobufTarget {
  private ProtobufTarget() {}

  /** Jazzer's way in. */
  public static void fuzzerTestOneInput(byte[] input) {
    Checks.exposition(input, Format.PROTOBUF);
  }
}
