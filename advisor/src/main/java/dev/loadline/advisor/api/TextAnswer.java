package dev.loadline.advisor.api;

import dev.loadline.advisor.capacity.Estimate;
import dev.loadline.advisor.capacity.Figures;
import dev.loadline.advisor.document.DocumentStanding;
import dev.loadline.advisor.headroom.ServiceHeadroom;
import java.util.Locale;

/** One service in one line, for terminals and scripts. */
final class TextAnswer {

  private TextAnswer() {}

  static String line(ServiceHeadroom answer) {
    StringBuilder line = new StringBuilder(answer.service()).append(' ').append(answer.status());
    if (!answer.headroom().known()) {
      return line.append(": ").append(answer.reason()).toString();
    }
    line.append(
        String.format(
            Locale.ROOT,
            ": headroom %.0f %%, peak %s of %s requests/s safe (%s), full at %s: %s",
            100 * answer.headroom().orThrow(),
            figure(answer.peakDemand()),
            figure(answer.safeCapacity()),
            answer.objective(),
            figure(answer.capacity()),
            answer.capacity().explanation()));
    answer.documents().stream()
        .flatMap(document -> document.figures().stream())
        .filter(figure -> figure.quantity().equals("pool.throughput_ideal"))
        .forEach(figure -> line.append("; ").append(beside(answer, figure)));
    return line.toString();
  }

  private static String beside(ServiceHeadroom answer, DocumentStanding.Figure figure) {
    return "%s says %s (%s)"
        .formatted(answer.documents().get(0).document(), figure.stated(), figure.verdict());
  }

  private static String figure(Estimate estimate) {
    return estimate.known() ? Figures.of(estimate.orThrow()) : "unknown";
  }
}
