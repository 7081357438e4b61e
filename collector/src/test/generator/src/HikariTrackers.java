import com.codahale.metrics.MetricRegistry;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.dropwizard.CodahaleMetricsTrackerFactory;
import com.zaxxer.hikari.metrics.prometheus.PrometheusHistogramMetricsTrackerFactory;
import com.zaxxer.hikari.metrics.prometheus.PrometheusMetricsTrackerFactory;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.dropwizard.DropwizardExports;
import io.prometheus.client.exporter.common.TextFormat;
import io.prometheus.client.hotspot.DefaultExports;
import java.io.FileWriter;
import java.io.Writer;
import java.sql.Connection;

/** HikariCP's own three trackers, and simpleclient's view of the JVM beside the first. */
public class HikariTrackers {
  public static void main(String[] arguments) throws Exception {
    CollectorRegistry summary = new CollectorRegistry();
    DefaultExports.register(summary);
    run(new PrometheusMetricsTrackerFactory(summary));
    write(summary, arguments[0] + "/hikaricp-simpleclient-summary.txt");
    CollectorRegistry histogram = new CollectorRegistry();
    run(new PrometheusHistogramMetricsTrackerFactory(histogram));
    write(histogram, arguments[0] + "/hikaricp-simpleclient-histogram.txt");
    MetricRegistry dropwizard = new MetricRegistry();
    run(new CodahaleMetricsTrackerFactory(dropwizard));
    CollectorRegistry bridged = new CollectorRegistry();
    new DropwizardExports(dropwizard).register(bridged);
    write(bridged, arguments[0] + "/hikaricp-dropwizard.txt");
    System.exit(0);
  }

  private static void run(MetricsTrackerFactory tracker) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:orders");
    config.setPoolName("orders-pool");
    config.setMaximumPoolSize(3);
    config.setConnectionTimeout(300);
    config.setMetricsTrackerFactory(tracker);
    HikariDataSource pool = new HikariDataSource(config);
    for (int i = 0; i < 5; i++) {
      try (Connection connection = pool.getConnection()) {
        Thread.sleep(20);
      }
    }
    Connection first = pool.getConnection();
    Connection second = pool.getConnection();
    Connection third = pool.getConnection();
    try {
      pool.getConnection();
    } catch (java.sql.SQLException e) {
      System.out.println("timed out, as it should");
    }
    third.close();
    Thread.sleep(1_500);
    System.out.println(first + " " + second);
  }

  private static void write(CollectorRegistry registry, String file) throws Exception {
    try (Writer out = new FileWriter(file)) {
      TextFormat.write004(out, registry.metricFamilySamples());
    }
  }
}
