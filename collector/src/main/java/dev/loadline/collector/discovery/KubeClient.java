package dev.loadline.collector.discovery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Asks an API server, with the token that stands in the file at that moment. */
final class KubeClient {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int MAX_CONNECTIONS = 1_000;

  private final Vertx vertx;
  private final HttpClient client;
  private final URI api;
  private final Path tokenFile;

  KubeClient(Vertx vertx, URI api, Path tokenFile, Path caFile) {
    this.vertx = vertx;
    this.api = api;
    this.tokenFile = tokenFile;
    HttpClientOptions options = new HttpClientOptions().setConnectTimeout(CONNECT_MILLIS);
    if ("https".equals(api.getScheme())) {
      options
          .setSsl(true)
          .setTrustOptions(new PemTrustOptions().addCertPath(caFile.toAbsolutePath().toString()));
    }
    this.client =
        vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
  }

  /**
   * @param path with its query
   * @param silence after which the answer counts as broken off, milliseconds
   */
  Future<HttpClientResponse> get(String path, long silence) {
    return vertx
        .executeBlocking(() -> Files.readString(tokenFile).strip(), false)
        .recover(cause -> Future.failedFuture("token_file cannot be read: " + cause))
        .map(token -> options(path, silence, token))
        .compose(client::request)
        .compose(request -> request.send());
  }

  Future<Void> close() {
    return client.close();
  }

  private RequestOptions options(String path, long silence, String token) {
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setAbsoluteURI(api.resolve("/") + path.substring(1))
        .setFollowRedirects(false)
        .setIdleTimeout(silence)
        .putHeader(HttpHeaders.ACCEPT, "application/json")
        .putHeader(HttpHeaders.USER_AGENT, "Loadline")
        .putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
  }
}
