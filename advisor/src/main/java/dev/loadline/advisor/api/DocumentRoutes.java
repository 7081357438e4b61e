package dev.loadline.advisor.api;

import dev.loadline.advisor.check.CheckedClaim;
import dev.loadline.advisor.check.Finding;
import dev.loadline.advisor.check.Report;
import dev.loadline.advisor.document.DocumentStanding;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.headroom.Board;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** {@code /documents} and {@code /documents/{id}}: claims, recomputed and beside live data. */
final class DocumentRoutes {
  private final Map<String, ModelFile> models = new TreeMap<>();
  private final Map<String, Report> reports = new ConcurrentHashMap<>();
  private final Board board;

  DocumentRoutes(Collection<ModelFile> models, Board board) {
    models.forEach(model -> this.models.put(model.model().model(), model));
    this.board = board;
  }

  private record Listed(String id, String document, int claims, List<String> services) {}

  private record Answer(
      String id,
      String document,
      List<ClaimAnswer> claims,
      List<Finding> findings,
      Map<String, DocumentStanding> live) {}

  private record ClaimAnswer(
      String id,
      String kind,
      String quantity,
      String stated,
      @Nullable String computed,
      String verdict,
      String explanation,
      String where,
      String says) {}

  void mount(Router router) {
    router
        .get("/documents")
        .handler(
            context ->
                HeadroomRoutes.json(context, models.values().stream().map(this::listed).toList()));
    router.get("/documents/:id").blockingHandler(this::one, false);
  }

  private Listed listed(ModelFile model) {
    return new Listed(
        model.model().model(),
        model.model().document(),
        model.model().claims().size(),
        List.copyOf(live(model.model().model()).keySet()));
  }

  private void one(RoutingContext context) {
    String id = context.pathParam("id");
    ModelFile model = models.get(id);
    if (model == null) {
      throw Problem.notFound(
          "no document '%s'; there are: %s".formatted(id, String.join(", ", models.keySet())));
    }
    Report report =
        reports.computeIfAbsent(id, key -> Report.of(model, List.copyOf(models.values())));
    HeadroomRoutes.json(
        context,
        new Answer(
            id,
            model.model().document(),
            report.claims().stream().map(DocumentRoutes::claim).toList(),
            report.findings(),
            live(id)));
  }

  private Map<String, DocumentStanding> live(String id) {
    Map<String, DocumentStanding> live = new TreeMap<>();
    board
        .latest()
        .forEach(
            (service, answer) ->
                answer.documents().stream()
                    .filter(standing -> standing.document().equals(id))
                    .forEach(standing -> live.put(service, standing)));
    return live;
  }

  private static ClaimAnswer claim(CheckedClaim checked) {
    return new ClaimAnswer(
        checked.claim().id(),
        checked.claim().kind().toString(),
        checked.claim().quantity(),
        checked.claim().text(),
        checked.computed() == null ? null : checked.computed().toString(),
        checked.verdict().toString(),
        checked.explanation(),
        checked.where(),
        checked.claim().says());
  }
}
