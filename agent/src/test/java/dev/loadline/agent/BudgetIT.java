package dev.loadline.agent;

import static dev.loadline.agent.ChildJvm.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the agent may hold at most, in an application that gives it much to hold. */
class BudgetIT {

  private static final double MIB = 1024 * 1024;
  private static final int HEAP_MIB = 10;
  private static final int METASPACE_MIB = 12;
  private static final int THREADS = 2;
  private static final int SERIES = 2_000;

  private static final String DRIVER = "=dev.loadline.agent.StubDriver";
  private static final String URL = "=jdbc:stub:orders";

  /** Pushes too, to where nobody listens, so that all of the agent is loaded. */
  private static final String AGENT =
      "port=0,otlp_endpoint=http://127.0.0.1:9,metric_export_interval=500";

  @TempDir Path directory;

  @ParameterizedTest
  @MethodSource("dev.loadline.agent.ChildJvm#javaHomes")
  void memoryThreadsAndSeriesStayWithinTheirBudgets(String home) throws Exception {
    try (ChildJvm bare = start(home, null);
        ChildJvm jvm = start(home, AGENT)) {
      String metrics = jvm.metrics();
      String status = jvm.get("/agent/status", "*/*").body();
      for (String probe :
          List.of("hikaricp", "dbcp2", "druid", "c3p0", "tomcat-jdbc", "agroal", "tomcat")) {
        assertThat(status).contains("\"name\": \"" + probe + "\", \"state\": \"matched\"");
      }
      assertThat(metrics.lines().filter(line -> !line.startsWith("#")).count())
          .isBetween(500L, (long) SERIES);
      tell(bare);
      tell(jvm);
      assertThat((sample(jvm.out(), "heap ") - sample(bare.out(), "heap ")) / MIB)
          .as("heap, MiB")
          .isLessThanOrEqualTo(HEAP_MIB);
      assertThat((sample(jvm.out(), "metaspace ") - sample(bare.out(), "metaspace ")) / MIB)
          .as("metaspace, MiB")
          .isBetween(1.0, (double) METASPACE_MIB);
      assertThat(jvm.out().lines().filter(line -> line.startsWith("thread loadline-")))
          .hasSizeBetween(1, THREADS);
    }
  }

  private ChildJvm start(String home, @Nullable String agent) throws Exception {
    String libraries =
        Libraries.classPath(
            "org.apache.commons:commons-dbcp2:2.14.0",
            "com.alibaba:druid:1.2.28",
            "com.mchange:c3p0:0.14.1",
            "org.apache.tomcat:tomcat-jdbc:11.0.27",
            "io.agroal:agroal-pool:3.2.1");
    String pools =
        "com.zaxxer.hikari.HikariDataSource username=x password=x driverClassName"
            + DRIVER
            + " jdbcUrl"
            + URL
            + " -- org.apache.commons.dbcp2.BasicDataSource username=x password=x driverClassName"
            + DRIVER
            + " url"
            + URL
            + " -- com.alibaba.druid.pool.DruidDataSource username=x password=x driverClassName"
            + DRIVER
            + " url"
            + URL
            + " -- com.mchange.v2.c3p0.ComboPooledDataSource user=x password=x driverClass"
            + DRIVER
            + " jdbcUrl"
            + URL
            + " -- org.apache.tomcat.jdbc.pool.DataSource username=x password=x driverClassName"
            + DRIVER
            + " url"
            + URL
            + " -- io.agroal.pool.DataSource maxSize=9 providerClassName"
            + DRIVER
            + " jdbcUrl"
            + URL;
    return ChildJvm.start(
            home,
            directory,
            agent,
            List.of("-Xmx256m", "-XX:+UseSerialGC"),
            ChildJvm.classPath() + File.pathSeparator + libraries,
            BudgetApp.class.getName(),
            (directory + " -- " + pools).split(" ", -1))
        .ready();
  }

  private static void tell(ChildJvm jvm) throws Exception {
    jvm.say("\n");
    await().atMost(Duration.ofSeconds(60)).until(() -> jvm.out().contains("told\n"));
  }
}
