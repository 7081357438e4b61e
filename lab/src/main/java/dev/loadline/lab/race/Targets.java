package dev.loadline.lab.race;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Many targets behind one port, told apart by their paths: {@code /t/0} and so on. */
final class Targets implements AutoCloseable {
  private static final String PATH = "/t/";
  private static final long PATIENCE_SECONDS = 30;

  private final Vertx vertx = Vertx.vertx();
  private final List<Buffer> pages = Pages.all().stream().map(Buffer::buffer).toList();
  private final AtomicIntegerArray moments;
  private final LongAdder served = new LongAdder();
  private final int port;

  Targets(int many) {
    moments = new AtomicIntegerArray(many);
    port =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .map(HttpServer::actualPort)
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
  }

  private void answer(HttpServerRequest request) {
    int target = Integer.parseInt(request.path().substring(PATH.length()));
    int moment = moments.getAndIncrement(target);
    request
        .response()
        .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        .end(pages.get(moment % pages.size()))
        .onSuccess(done -> served.increment());
  }

  /** {@code 127.0.0.1:port}, the same for all. */
  String address() {
    return "127.0.0.1:" + port;
  }

  List<String> paths() {
    return IntStream.range(0, moments.length()).mapToObj(target -> PATH + target).toList();
  }

  /** Pages that went out whole since the last time. */
  long taken() {
    return served.sumThenReset();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
