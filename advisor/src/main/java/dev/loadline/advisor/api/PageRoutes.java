package dev.loadline.advisor.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The page and what it needs: a fixed set of files, read once, so that nothing else is in reach.
 */
final class PageRoutes {
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  void mount(Router router) {
    serve(router, "/", "web/index.html", "text/html; charset=utf-8");
    serve(router, "/app.js", "web/app.js", SCRIPT);
    serve(router, "/style.css", "web/style.css", "text/css; charset=utf-8");
    serve(router, "/icon.svg", "web/icon.svg", "image/svg+xml");
    serve(router, "/openapi.json", "web/openapi.json", "application/json");
    serve(
        router,
        "/webjars/chart.js/chart.umd.min.js",
        "META-INF/resources/webjars/chart.js/" + chartVersion() + "/dist/chart.umd.min.js",
        SCRIPT);
  }

  private static void serve(Router router, String path, String resource, String type) {
    Buffer content = Buffer.buffer(read(resource));
    router
        .get(path)
        .handler(
            context ->
                context
                    .response()
                    .putHeader("content-type", type)
                    .putHeader("cache-control", "no-cache")
                    .end(content)
                    .onFailure(context::fail));
  }

  private static String chartVersion() {
    Properties versions = new Properties();
    try (InputStream in = open("versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions.getProperty("chartjs");
  }

  private static byte[] read(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = PageRoutes.class.getClassLoader().getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("the archive lacks " + resource);
    }
    return in;
  }
}
