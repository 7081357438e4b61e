package dev.loadline.advisor.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the live data say of a written capacity analysis.
 *
 * @param open claims that nothing measured speaks to, or not clearly enough
 * @param figures the claims that something measured speaks to
 */
public record DocumentStanding(
    String document,
    int confirmed,
    int contradicted,
    int disputed,
    int open,
    List<Figure> figures) {

  public DocumentStanding {
    figures = List.copyOf(figures);
  }

  /**
   * One claim beside what was measured: {@code 000-08 says 150 requests/second; live 148.2}.
   *
   * @param stated as written, in the document's own unit
   * @param low lower end of what is stated, in the document's unit
   * @param high upper end
   * @param live the measured value in the document's unit; null where unknown
   * @param verdict {@code confirmed}, {@code contradicted}, {@code disputed} or {@code open}
   */
  public record Figure(
      String claim,
      String quantity,
      String stated,
      double low,
      double high,
      String unit,
      @Nullable Double live,
      String verdict,
      String explanation) {}
}
