import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A server of Reactor Netty that answers at once, or when it is told to. */
public final class ReactorHttpApp {

  private static final CompletableFuture<String> RELEASE = new CompletableFuture<>();

  public static void main(String[] arguments) throws Exception {
    DisposableServer server =
        HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(
                routes ->
                    routes
                        .get("/items/{id}", ReactorHttpApp::item)
                        .get("/held/{id}", ReactorHttpApp::held))
            .bindNow();
    System.out.println("port " + server.port());
    System.out.println("ready");
    while (!Files.exists(Path.of(arguments[0]))) {
      LockSupport.parkNanos(10_000_000);
    }
    RELEASE.complete("at last");
    System.in.read();
    System.exit(0);
  }

  private static Mono<Void> item(HttpServerRequest request, HttpServerResponse response) {
    String uri = request.uri();
    int at = uri.indexOf("status=");
    response.status(at < 0 ? 200 : Integer.parseInt(uri.substring(at + 7)));
    return response.sendString(Mono.just("item")).then();
  }

  private static Mono<Void> held(HttpServerRequest request, HttpServerResponse response) {
    return Mono.fromFuture(RELEASE)
        .flatMap(text -> response.status(202).sendString(Mono.just(text)).then());
  }
}
