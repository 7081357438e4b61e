package dev.loadline.advisor.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.loadline.advisor.Recorded;
import dev.loadline.advisor.capacity.Objective;
import dev.loadline.advisor.document.ModelFile;
import dev.loadline.advisor.headroom.Board;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a real browser, wide and on a phone. */
class PageTest {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  private final Vertx vertx = Vertx.vertx();
  private int port;

  @BeforeEach
  void start() throws IOException {
    if (!Files.isExecutable(BROWSER) || !Files.isExecutable(DRIVER)) {
      String reason = BROWSER + " and " + DRIVER + " are needed; install chromium-driver";
      if ("true".equals(System.getenv("LOADLINE_REQUIRE_ALL"))) {
        fail(reason);
      }
      abort(reason);
    }
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    ModelFile capsules = capsules();
    Board board =
        new Board(
            Recorded.pool(300, 60).untilNow(),
            Map.of(
                "orders", new Board.Watched(new Objective(null, 0.05), capsules),
                "silent", new Board.Watched(Objective.DEFAULT, null)));
    Router router = Router.router(vertx);
    AdvisorApi.prepare(router, registry);
    AdvisorApi api = new AdvisorApi(board, List.of(capsules), registry, () -> true);
    api.mount(router);
    api.show(board.refresh(Instant.now()).values());
    port =
        vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").await().actualPort();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private static ModelFile capsules() throws IOException {
    try (InputStream in = PageTest.class.getResourceAsStream("/models/capsules.yaml")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      return ModelFile.parse("capsules.yaml", new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static ChromeDriver browser() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return new ChromeDriver(
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(), options);
  }

  @ParameterizedTest
  @CsvSource({"desktop, 1280, 900", "phone, 390, 844"})
  void showsWhatIsSafeAndWhyNot(String name, int width, int height) throws IOException {
    ChromeDriver browser = browser();
    try {
      browser.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
      browser.manage().window().setSize(new Dimension(width, height));
      browser.get("http://127.0.0.1:" + port + "/");
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> browser.findElements(By.cssSelector(".card")).size() == 2);
      String orders = browser.findElement(By.id("orders")).getText();
      assertThat(orders).contains("34 %", "pool/orders-db", "150 requests/second").contains("ok");
      assertThat(browser.findElement(By.id("silent")).getText())
          .contains("Why unknown: nothing measured in the last 15 minutes");
      await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () ->
                  Boolean.TRUE.equals(
                      browser.executeScript(
                          "return Chart.getChart(document.querySelector('#orders canvas'))"
                              + ".data.datasets[0].data.length > 10")));
      Object overflow =
          browser.executeScript("return document.documentElement.scrollWidth - window.innerWidth");
      assertThat(((Number) Objects.requireNonNull(overflow)).intValue()).isLessThanOrEqualTo(0);
      assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).isEmpty();
      Files.write(
          Path.of("target", "page-" + name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    } finally {
      browser.quit();
    }
  }
}
