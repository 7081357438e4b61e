import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** A shop of two event loops and two workers that answers at once, or when it is told to. */
public final class VertxShop {

  private static final CountDownLatch RELEASE = new CountDownLatch(1);
  private static final List<RoutingContext> LATER = new CopyOnWriteArrayList<>();

  public static void main(String[] arguments) throws Exception {
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
    Router router = Router.router(vertx);
    router.route().handler(RoutingContext::next);
    router.get("/items/:id").handler(VertxShop::item);
    router.get("/later/:id").handler(LATER::add);
    router.get("/held/:id").handler(context -> held(vertx, context));
    HttpServer server = vertx.createHttpServer();
    server.webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage));
    server.requestHandler(router);
    server.listen(0, "127.0.0.1");
    while (server.actualPort() <= 0) {
      LockSupport.parkNanos(10_000_000);
    }
    System.out.println("port " + server.actualPort());
    System.out.println("ready");
    while (!Files.exists(Path.of(arguments[0]))) {
      LockSupport.parkNanos(10_000_000);
    }
    RELEASE.countDown();
    for (RoutingContext context : LATER) {
      context.vertx().runOnContext(v -> context.response().setStatusCode(202).end());
    }
    System.in.read();
    System.exit(0);
  }

  private static void item(RoutingContext context) {
    String status = context.request().getParam("status");
    context.response().setStatusCode(status == null ? 200 : Integer.parseInt(status)).end("item");
  }

  private static void held(Vertx vertx, RoutingContext context) {
    vertx.executeBlocking(() -> hold(context), false);
  }

  private static Object hold(RoutingContext context) {
    try {
      RELEASE.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    context.response().setStatusCode(203).end("at last");
    return null;
  }
}
