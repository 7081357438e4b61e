package dev.loadline.lab.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path directory;

  private ChildJvm start(String name, Class<?> main, String... arguments) {
    List<String> quiet = List.of("-Dlogback.configurationFile=logback-lab.xml");
    return ChildJvm.start(
        new ChildJvm.Command(name, main, quiet, List.of(arguments), Map.of()), directory, LONG);
  }

  @Test
  void theShopServesOrdersFromTheDatabaseUntilItsInputIsClosed() throws Exception {
    try (ChildJvm database =
        start("database", DatabaseProcess.class, directory.resolve("pg").toString())) {
      ChildJvm shop = start("shop", ShopProcess.class, database.address(), "1");
      assertThat(status(shop.address() + "/orders")).isEqualTo(200);
      assertThat(status(shop.address() + "/orders/17")).isEqualTo(200);
      assertThat(status(shop.address() + "/health")).isEqualTo(200);
      assertThat(status(shop.address() + "/nowhere")).isEqualTo(404);

      shop.close();
      assertThat(shop.handle().isAlive()).isFalse();
    }
  }

  @Test
  void theDatabaseStopsItsServerAndRemovesItsDataWhenItsInputIsClosed() {
    Path data = directory.resolve("pg");
    ChildJvm database = start("database", DatabaseProcess.class, data.toString());
    Set<ProcessHandle> servers = database.handle().descendants().collect(Collectors.toSet());
    Set<ProcessHandle> postmasters =
        ProcessHandle.allProcesses().filter(p -> runs(p, data)).collect(Collectors.toSet());
    assertThat(postmasters).isNotEmpty();

    database.close();

    await().atMost(LONG).until(() -> postmasters.stream().noneMatch(ProcessHandle::isAlive));
    assertThat(servers).noneMatch(ProcessHandle::isAlive);
    assertThat(data).doesNotExist();
  }

  private static boolean runs(ProcessHandle process, Path data) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains("postgres") && line.contains(data.toString()))
        .isPresent();
  }

  @Test
  void aPartThatFailsToStartIsNamedWithItsLastWords() {
    assertThatThrownBy(() -> start("stubborn", StubbornPart.class))
        .hasMessageContaining("stubborn exited before it was ready")
        .hasMessageContaining("the sea is closed");
  }

  private static int status(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url)).timeout(LONG).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
