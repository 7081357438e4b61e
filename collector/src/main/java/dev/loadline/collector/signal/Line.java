package dev.loadline.collector.signal;

/** The samples of one {@link Series} in time order. */
public final class Line {
  private final Series series;
  private final long[] epochMillis;
  private final double[] values;

  /** Takes the arrays as they are; the caller must not write to them afterwards. */
  public Line(Series series, long[] epochMillis, double[] values) {
    if (epochMillis.length != values.length) {
      throw new IllegalArgumentException(
          epochMillis.length + " times for " + values.length + " values of " + series);
    }
    this.series = series;
    this.epochMillis = epochMillis;
    this.values = values;
  }

  public Series series() {
    return series;
  }

  public int size() {
    return values.length;
  }

  /** Milliseconds since 1970 UTC. */
  public long epochMillis(int index) {
    return epochMillis[index];
  }

  public double value(int index) {
    return values[index];
  }
}
