package app;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.bulkhead.ThreadPoolBulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedThreadPoolBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.commonspool2.CommonsObjectPool2Metrics;
import io.micrometer.core.instrument.binder.httpcomponents.hc5.PoolingHttpClientConnectionManagerMetricsBinder;
import io.micrometer.core.instrument.binder.jetty.JettyConnectionMetrics;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.mongodb.MongoMetricsConnectionPoolListener;
import io.micrometer.core.instrument.binder.netty4.NettyEventExecutorMetrics;
import io.micrometer.core.instrument.binder.okhttp3.OkHttpConnectionPoolMetrics;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.metrics.r2dbc.ConnectionPoolMetrics;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Spring Boot with everything that Micrometer and its neighbours measure. */
@SpringBootApplication(
    exclude = {
      org.springframework.boot.autoconfigure.r2dbc.R2dbcAutoConfiguration.class,
      org.springframework.boot.autoconfigure.mongo.MongoAutoConfiguration.class
    })
@EnableCaching
@EnableScheduling
@RestController
public class SpringApp {
  @Autowired JdbcTemplate jdbc;
  @Autowired StringRedisTemplate redis;

  public static void main(String[] arguments) throws Exception {
    System.setProperty("server.port", arguments[0]);
    System.setProperty("spring.data.redis.port", arguments[1]);
    System.setProperty("server.tomcat.mbeanregistry.enabled", "true");
    System.setProperty("spring.datasource.url", "jdbc:h2:mem:orders");
    System.setProperty("spring.datasource.hikari.pool-name", "orders-pool");
    System.setProperty("spring.datasource.hikari.maximum-pool-size", "10");
    System.setProperty("spring.datasource.hikari.connection-timeout", "500");
    System.setProperty("management.endpoints.web.exposure.include", "prometheus");
    var context = SpringApplication.run(SpringApp.class);
    MeterRegistry registry = context.getBean(MeterRegistry.class);
    bind(registry, Integer.parseInt(arguments[0]));
    HttpClient client = HttpClient.newHttpClient();
    URI orders = URI.create("http://127.0.0.1:" + arguments[0] + "/orders");
    for (int i = 0; i < 12; i++) {
      client.sendAsync(HttpRequest.newBuilder(orders).build(), HttpResponse.BodyHandlers.ofString());
    }
    Thread.sleep(1_500);
    client.sendAsync(
        HttpRequest.newBuilder(URI.create(orders + "?hold=20000")).build(),
        HttpResponse.BodyHandlers.ofString());
    System.out.println("READY");
  }

  @GetMapping("/orders")
  public String orders(@org.springframework.web.bind.annotation.RequestParam(defaultValue = "200") int hold) {
    redis.opsForValue().set("last", "x");
    return jdbc.execute(
        (java.sql.Connection connection) -> {
          try {
            Thread.sleep(hold);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return "done";
        });
  }

  @Bean
  CacheManager caches() {
    CaffeineCacheManager manager = new CaffeineCacheManager("prices");
    manager.setCaffeine(Caffeine.newBuilder().maximumSize(100).recordStats());
    return manager;
  }

  @Bean
  ThreadPoolTaskExecutor mail() {
    ThreadPoolTaskExecutor mail = new ThreadPoolTaskExecutor();
    mail.setCorePoolSize(2);
    mail.setMaxPoolSize(4);
    mail.setQueueCapacity(50);
    return mail;
  }

  @Bean
  ThreadPoolTaskExecutor applicationTaskExecutor() {
    return new ThreadPoolTaskExecutor();
  }

  private static void bind(MeterRegistry registry, int port) throws Exception {
    var limiters = RateLimiterRegistry.ofDefaults();
    limiters.rateLimiter("partner").acquirePermission();
    TaggedRateLimiterMetrics.ofRateLimiterRegistry(limiters).bindTo(registry);
    var bulkheads = BulkheadRegistry.of(BulkheadConfig.custom().maxConcurrentCalls(8).build());
    bulkheads.bulkhead("partner").acquirePermission();
    TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(registry);
    var threads = ThreadPoolBulkheadRegistry.ofDefaults();
    threads.bulkhead("reports");
    TaggedThreadPoolBulkheadMetrics.ofThreadPoolBulkheadRegistry(threads).bindTo(registry);
    var breakers = CircuitBreakerRegistry.ofDefaults();
    breakers.circuitBreaker("partner").executeRunnable(() -> {});
    TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(registry);
    var retries = RetryRegistry.ofDefaults();
    retries.retry("partner").executeRunnable(() -> {});
    TaggedRetryMetrics.ofRetryRegistry(retries).bindTo(registry);
    var times = TimeLimiterRegistry.ofDefaults();
    times.timeLimiter("partner");
    TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(times).bindTo(registry);

    var hc5 = new PoolingHttpClientConnectionManager();
    hc5.setMaxTotal(20);
    new PoolingHttpClientConnectionManagerMetricsBinder(hc5, "partner").bindTo(registry);
    KEEP.add(hc5);
    var okhttp = new okhttp3.ConnectionPool(5, 1, java.util.concurrent.TimeUnit.MINUTES);
    new OkHttpConnectionPoolMetrics(okhttp).bindTo(registry);
    KEEP.add(okhttp);

    var r2dbc =
        new ConnectionPool(
            ConnectionPoolConfiguration.builder(ConnectionFactories.get("r2dbc:h2:mem:///stock"))
                .maxSize(7).build());
    r2dbc.create().block();
    new ConnectionPoolMetrics(r2dbc, "connectionFactory", List.of()).bindTo(registry);

    var provider =
        reactor.netty.resources.ConnectionProvider.builder("catalog").maxConnections(6).metrics(true).build();
    reactor.netty.http.client.HttpClient.create(provider).get()
        .uri("http://127.0.0.1:" + port + "/orders?hold=1").responseContent().blockLast();

    BasicDataSource dbcp = new BasicDataSource();
    dbcp.setUrl("jdbc:h2:mem:legacy");
    dbcp.setMaxTotal(9);
    dbcp.setJmxName("org.apache.commons.pool2:type=BasicDataSource,name=legacy");
    dbcp.getConnection();
    KEEP.add(dbcp);
    new CommonsObjectPool2Metrics().bindTo(registry);

    Map<String, Object> kafka = Map.of("bootstrap.servers", "127.0.0.1:1", "group.id", "orders");
    var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer());
    new KafkaClientMetrics(consumer).bindTo(registry);
    var producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer());
    new KafkaClientMetrics(producer).bindTo(registry);
    KEEP.add(consumer);
    KEEP.add(producer);

    var mongo =
        com.mongodb.client.MongoClients.create(
            com.mongodb.MongoClientSettings.builder()
                .applyToClusterSettings(s -> s.hosts(List.of(new com.mongodb.ServerAddress("127.0.0.1", 1))))
                .applyToConnectionPoolSettings(
                    s -> s.addConnectionPoolListener(new MongoMetricsConnectionPoolListener(registry)))
                .build());
    KEEP.add(mongo);

    QueuedThreadPool jettyThreads = new QueuedThreadPool(12);
    jettyThreads.setName("jetty");
    Server jetty = new Server(jettyThreads);
    ServerConnector connector = new ServerConnector(jetty);
    connector.setName("web");
    connector.addBean(new JettyConnectionMetrics(registry, connector));
    jetty.addConnector(connector);
    jetty.start();
    new JettyServerThreadPoolMetrics(jettyThreads, List.of()).bindTo(registry);
    try (var socket = new java.net.Socket("127.0.0.1", connector.getLocalPort())) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
      socket.getInputStream().read();
    }

    var loops = new io.netty.channel.nio.NioEventLoopGroup(2);
    loops.submit(() -> {}).get();
    new NettyEventExecutorMetrics(loops).bindTo(registry);
  }

  private static final List<Object> KEEP = new java.util.ArrayList<>();
}
