package dev.loadline.advisor.cli;

import dev.loadline.advisor.api.AdvisorApi;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.headroom.Board;
import dev.loadline.advisor.headroom.ServiceHeadroom;
import dev.loadline.advisor.headroom.StatusWatch;
import dev.loadline.advisor.notify.Notifier;
import dev.loadline.advisor.notify.Outbox;
import dev.loadline.collector.signal.SignalReader;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The advisor at work: evaluates on a worker, answers, tells people. */
final class Advising implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Advising.class);
  private static final long INTERVAL_MILLIS = 2_000;

  private final Vertx vertx;
  private final Board board;
  private final AdvisorApi api;
  private final StatusWatch watch;
  private final ToldFile toldFile;
  private final Outbox outbox;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final long timer;
  private final Clock clock = Clock.systemUTC();

  Advising(
      Vertx vertx,
      SignalReader signals,
      Map<String, Board.Watched> watched,
      List<Notifier> notifiers,
      Path data,
      URI page,
      PrometheusMeterRegistry registry,
      BooleanSupplier ready) {
    this.vertx = vertx;
    this.board = new Board(signals, watched);
    this.api = new AdvisorApi(board, models(watched), registry, ready);
    this.toldFile = new ToldFile(data);
    this.watch = StatusWatch.restored(page, toldFile.read());
    this.outbox = Outbox.open(notifiers, data);
    this.timer = vertx.setPeriodic(0, INTERVAL_MILLIS, id -> evaluate());
  }

  void mount(Router router) {
    api.mount(router);
  }

  private static Collection<ModelFile> models(Map<String, Board.Watched> watched) {
    Map<String, ModelFile> models = new TreeMap<>();
    Models.builtIn().forEach(model -> models.put(model.model().model(), model));
    for (Board.Watched how : watched.values()) {
      ModelFile document = how.document();
      if (document != null) {
        models.put(document.model().model(), document);
      }
    }
    return models.values();
  }

  /** One evaluation at a time: where one takes longer than the interval, the next is left out. */
  private void evaluate() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    vertx
        .executeBlocking(
            () -> {
              Collection<ServiceHeadroom> answers = board.refresh(clock.instant()).values();
              tell(answers);
              return answers;
            },
            false)
        .onSuccess(api::show)
        .onFailure(failure -> LOG.error("evaluation failed", failure))
        .onComplete(done -> busy.set(false));
  }

  /** The queue first, then the memory: a crash between the two repeats rather than loses. */
  private void tell(Collection<ServiceHeadroom> answers) {
    for (ServiceHeadroom answer : answers) {
      watch
          .see(answer)
          .ifPresent(
              notice -> {
                LOG.info("{}", notice.title());
                outbox.accept(notice);
                toldFile.write(watch.told());
              });
    }
  }

  @Override
  public void close() {
    vertx.cancelTimer(timer);
    outbox.close();
  }
}
