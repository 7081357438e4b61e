package dev.loadline.advisor.check;

import com.google.auto.service.AutoService;
import dev.loadline.advisor.document.unit.Dimension;
import dev.loadline.advisor.document.unit.Span;
import dev.loadline.advisor.document.unit.Unit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Figures that are off by just what lies between two units. */
@AutoService(Rule.class)
public final class UnitSlipRule implements Rule {
  private static final double ROUNDING = 0.01;

  private enum Slip {
    BITS(8, "bits and bytes"),
    PERCENT(100, "a share and per cent"),
    MINUTES(60, "seconds and minutes, or minutes and hours"),
    HOURS(3_600, "seconds and hours"),
    DAYS(86_400, "seconds and days"),
    THOUSANDS(1_000, "a unit and its thousandth, such as ms and s or MB and GB"),
    BINARY(1_024, "a unit and its 1,024th, such as MiB and GiB"),
    MEGABITS(8_000, "bits and kilobytes"),
    MILLIONS(1_000_000, "a unit and its millionth");

    private final double factor;
    private final String between;

    Slip(double factor, String between) {
      this.factor = factor;
      this.between = between;
    }

    /** Times do not come in bytes, nor bits in per cent. */
    private boolean fits(Unit unit) {
      Dimension dimension = unit.dimension();
      boolean data = dimension.data() != 0;
      boolean time = dimension.time() != 0;
      boolean number = dimension.equals(Dimension.NONE);
      return switch (this) {
        case BITS, BINARY, MEGABITS -> data;
        case PERCENT -> number && unit.inBaseUnits() != 1;
        case MINUTES, HOURS, DAYS -> time || number;
        case THOUSANDS, MILLIONS -> true;
      };
    }
  }

  @Override
  public String name() {
    return "unit-slip";
  }

  @Override
  public String explanation() {
    return "A figure that differs from its sum by just the factor between two units: 60 for minutes"
        + " and seconds, 8 for bits and bytes, 1,000 or 1,024 for a prefix, 100 for per cent.";
  }

  @Override
  public String example() {
    return "15 connections that are held for 100 ms are said to carry 2.5 requests/second; they carry 150,"
        + " 60 times as many.";
  }

  @Override
  public List<Finding> findings(Subject subject) {
    return subject.contradictions().flatMap(claim -> finding(subject, claim).stream()).toList();
  }

  private Optional<Finding> finding(Subject subject, CheckedClaim checked) {
    Span computed = checked.computed();
    Span stated = checked.claim().span();
    Unit unit = checked.claim().unit();
    if (computed == null || stated == null || unit == null || !comparable(stated, computed)) {
      return Optional.empty();
    }
    return Stream.of(Slip.values())
        .filter(slip -> slip.fits(unit))
        .filter(slip -> off(stated, computed, slip.factor) || off(computed, stated, slip.factor))
        .findFirst()
        .map(
            slip ->
                subject.at(
                    this,
                    Severity.ERROR,
                    checked,
                    "%s is stated as %s, but %s: %s is the factor between %s"
                        .formatted(
                            checked.claim().quantity(),
                            checked.claim().text(),
                            checked.explanation(),
                            Span.text(slip.factor),
                            slip.between)));
  }

  private static boolean comparable(Span stated, Span computed) {
    return stated.isBounded() && computed.isBounded() && stated.low() > 0 && computed.low() > 0;
  }

  private static boolean off(Span more, Span less, double factor) {
    return near(more.low() / less.low(), factor) && near(more.high() / less.high(), factor);
  }

  private static boolean near(double ratio, double factor) {
    return Math.abs(ratio / factor - 1) <= ROUNDING;
  }
}
