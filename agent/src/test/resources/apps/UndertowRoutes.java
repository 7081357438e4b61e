import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RoutingHandler;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.WebSocketChannel;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Undertow without servlets: on the I/O thread, on a worker, and what nothing routes. */
final class UndertowRoutes {

  public static void main(String[] arguments) throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    HttpHandler item = exchange -> exchange.getResponseSender().send("item");
    RoutingHandler routes = new RoutingHandler();
    routes.get("/items/{id}", item);
    routes.get("/fails/{id}", exchange -> fail());
    routes.get("/held/{id}", exchange -> exchange.dispatch(() -> hold(exchange, release)));
    routes.get("/socket", Handlers.websocket((exchange, channel) -> listen(channel)));
    routes.setFallbackHandler(exchange -> exchange.setStatusCode(404));
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Undertow undertow =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1")
            .setIoThreads(2)
            .setWorkerThreads(3)
            .setHandler(routes)
            .build();
    undertow.start();
    System.out.println("port " + port);
    System.out.println("ready");
    while (!Files.exists(Path.of(arguments[0]))) {
      LockSupport.parkNanos(10_000_000);
    }
    release.countDown();
    System.in.read();
    System.exit(0);
  }

  private static void listen(WebSocketChannel channel) {
    channel.getReceiveSetter().set(new AbstractReceiveListener() {});
    channel.resumeReceives();
  }

  private static void fail() {
    throw new IllegalStateException("on purpose");
  }

  private static void hold(HttpServerExchange exchange, CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    exchange.setStatusCode(202).endExchange();
  }
}
