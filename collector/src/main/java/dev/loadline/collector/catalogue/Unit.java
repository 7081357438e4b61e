package dev.loadline.collector.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The unit in which a metric is published; ours are seconds, bytes and shares of one. */
enum Unit {
  SECONDS(Kind.TIME, 1),
  MILLISECONDS(Kind.TIME, 1e-3),
  MICROSECONDS(Kind.TIME, 1e-6),
  NANOSECONDS(Kind.TIME, 1e-9),
  BYTES(Kind.SIZE, 1),
  KILOBYTES(Kind.SIZE, 1e3),
  MEGABYTES(Kind.SIZE, 1e6),
  RATIO(Kind.SHARE, 1),
  PERCENT(Kind.SHARE, 0.01);

  /** Units that say the same thing. */
  private enum Kind {
    TIME,
    SIZE,
    SHARE
  }

  private final Kind kind;
  private final double factor;

  Unit(Kind kind, double factor) {
    this.kind = kind;
    this.factor = factor;
  }

  /** What a value in this unit is multiplied with. */
  double factor() {
    return factor;
  }

  /** How a name ends that says its unit: {@code _milliseconds}. */
  String suffix() {
    return "_" + name().toLowerCase(Locale.ROOT);
  }

  /** This unit and those which a name may say instead. */
  List<Unit> alike() {
    return Arrays.stream(values()).filter(other -> other.kind == kind).toList();
  }
}
