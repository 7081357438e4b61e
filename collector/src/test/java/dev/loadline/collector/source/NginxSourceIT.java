package dev.loadline.collector.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.loadline.collector.Required;
import dev.loadline.collector.source.NginxSource.Settings;
import dev.loadline.collector.source.SourceException.Reason;
import dev.loadline.collector.yaml.YamlDocument;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real nginx. */
class NginxSourceIT {
  @TempDir private Path directory;
  private Child nginx;
  private int port;

  @BeforeEach
  void start() throws IOException {
    port = Child.freePort();
    Path settings =
        Files.writeString(
            directory.resolve("nginx.conf"),
            """
            daemon off;
            master_process off;
            pid %1$s/pid;
            error_log stderr;
            events { worker_connections 64; }
            http {
              access_log off;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              server {
                listen 127.0.0.1:%2$d;
                location /status { stub_status; }
                location /closed { deny all; }
              }
            }
            """
                .formatted(directory, port));
    nginx =
        Child.start(
            directory.resolve("log"),
            List.of(
                Required.program("nginx").toString(),
                "-p",
                directory.toString(),
                "-c",
                settings.toString()));
    await()
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> {
              new Socket(InetAddress.getLoopbackAddress(), port).close();
              return true;
            });
  }

  @AfterEach
  void stop() {
    nginx.close();
  }

  @Test
  void clientsAreCountedAndOursIsNot() throws Exception {
    try (Socket waiting = new Socket(InetAddress.getLoopbackAddress(), port);
        Socket reading = new Socket(InetAddress.getLoopbackAddress(), port)) {
      waiting
          .getOutputStream()
          .write("GET /status HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(waiting.getInputStream().read()).isEqualTo('H');
      reading.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));

      await()
          .untilAsserted(
              () ->
                  assertThat(Figures.of(session("status").read()))
                      .containsEntry("sockets/nginx in_use", 2.0)
                      .containsEntry("sockets/nginx in_use{state=reading}", 1.0)
                      .containsEntry("sockets/nginx in_use{state=waiting}", 1.0)
                      .containsEntry("sockets/nginx rejected", 0.0)
                      .containsEntry("requests/http in_use", 0.0)
                      .hasEntrySatisfying(
                          "requests/http acquired", n -> assertThat(n).isGreaterThan(1)));
    }
  }

  @Test
  void aPageThatIsDeniedIsDown() {
    SourceException denied = failure("closed");

    assertThat(denied.reason()).isEqualTo(Reason.DENIED);
    assertThat(denied).hasMessage("answered 403");
  }

  @Test
  void aServerThatStandsStillIsDownInTime() throws Exception {
    nginx.signal("STOP");
    SourceException silent = failure("status");
    nginx.signal("CONT");

    assertThat(silent.reason()).isEqualTo(Reason.TIMEOUT);
    assertThat(silent).hasMessage("no whole answer within 500 ms");
  }

  @Test
  void thePageOfTheManual() throws Exception {
    assertThat(
            Figures.of(
                NginxSource.reading(
                    """
                    Active connections: 291\s
                    server accepts handled requests
                     16630948 16630940 31070465\s
                    Reading: 6 Writing: 179 Waiting: 106\s
                    """)))
        .containsOnly(
            Map.entry("sockets/nginx in_use", 290.0),
            Map.entry("sockets/nginx in_use{state=reading}", 6.0),
            Map.entry("sockets/nginx in_use{state=writing}", 178.0),
            Map.entry("sockets/nginx in_use{state=waiting}", 106.0),
            Map.entry("sockets/nginx rejected", 8.0),
            Map.entry("requests/http in_use", 178.0),
            Map.entry("requests/http acquired", 31_070_465.0));
    assertThatThrownBy(() -> NginxSource.reading("<html>"))
        .hasMessage("not the page of stub_status");
  }

  private SourceException failure(String page) {
    return catchThrowableOfType(SourceException.class, session(page)::read);
  }

  private Session session(String page) {
    return new NginxSource()
        .session(
            YamlDocument.parse(
                    "test",
                    "service: orders\ntimeout: 500ms\nurl: http://127.0.0.1:%d/%s"
                        .formatted(port, page))
                .bind(Settings.class));
  }
}
