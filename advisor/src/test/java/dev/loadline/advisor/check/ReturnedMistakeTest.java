package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.document.ModelFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corrected models into which one mistake of the original came back: it is told, and told once. */
class ReturnedMistakeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capsules | hold: 100 (80-120) milliseconds | hold: 100 (50-200) milliseconds | range-hidden-in-a-point resources.pool.hold",
        "capsules | key: user} | key: address} | limit-per-address-taken-for-user resources.ratelimit.classes.per_client",
        "capsules | database: {engine: postgresql, max_connections: 100, cores: 8 cores, cpu: 5 ms} | database: {engine: postgresql} | gain-ignores-the-next-bottleneck servers.database",
        "capsules | users.optimistic, stated: 3000-6000 | users.optimistic, stated: 2000-3000 | arithmetic 000-19",
        "capsules | quantity: users.conservative, stated: 100-120 users, formula: \"service.throughput / 1 [requests/second]\" | quantity: users.conservative, stated: 500-1000 users, formula: \"service.throughput / user.rate.peak\" | ranges-against-each-other 000-17",
        "video | writer: {server: database, concurrency: 1 writers, write: 5 ms, writes: 0.5} | writer: {server: database, concurrency: 1 writers} | bottleneck-without-figure 001-12",
        "video | analysis: 4-5 kB | analysis: 2-5 kB | range-hidden-in-a-point users.per_user.records.analysis",
        "video | quantity: users.conservative, stated: 50000 users | quantity: users.conservative, stated: 10000 users | ranges-against-each-other 001-24",
        "capsules-million | database: {engine: postgresql, max_connections: 3000, cores: 64 cores, cpu: 5 ms, read_share: 80 %} | database: {engine: postgresql} | gain-ignores-the-next-bottleneck servers.database",
        "capsules-million | users: {stated: 1000-2000 users} | users: {stated: 1000-5000 users} | document-against-document 002-13",
        "capsules-million | overall: 36 percent | overall: 60-70 percent | confidence-does-not-average readiness.overall",
        "capsules-million | stage.now.throughput, stated: 100-120 | stage.now.throughput, stated: 100-200 | document-against-document 002-14",
        "calls | mongodb: {engine: mongodb, max_connections: 65536, cores: 8 cores, cpu: 2 ms} | mongodb: {engine: mongodb, max_connections: 65536} | gain-ignores-the-next-bottleneck servers.mongodb",
        "calls | 3 (2.5-3.5) queries | 3 (1-5) queries | range-hidden-in-a-point users.profiles.average.rate",
        "calls | 3 (2.5-3.5) MB | 3 (2-5) MB | range-hidden-in-a-point users.per_user.memory",
        "calls | 30 (20-35) kB/s | 30 (10-50) kB/s | range-hidden-in-a-point users.per_user.network",
        "calls | users: 1500-2600 users | users: 1000-2000 users | arithmetic 004-32",
        "calls | users: 5000-16000 users | users: 2000-10000 users | arithmetic 004-33",
        "calls | for_1000.cpu, stated: 0.4 cores | for_1000.cpu, stated: 3 cores | arithmetic 004-22",
        "calls | for_5000.cpu, stated: 2 cores | for_5000.cpu, stated: 15 cores | arithmetic 004-26",
        "calls | sockets.capacity, stated: 1300-2700 | sockets.capacity, stated: 10000-50000 | arithmetic 004-08",
        "calls | level2.users, stated: 5000-13000 | level2.users, stated: 10000-50000 | arithmetic 004-15",
        "hospital | database: {engine: postgresql, cores: 8 cores, cpu: 2 ms, read_share: 80 %} | database: {engine: postgresql} | gain-ignores-the-next-bottleneck servers.database",
        "hospital | gain: 300 % | gain: 400 % | percentage-and-factor options.workers4.gain",
        "hospital | processes: 4 workers, servers.database.max_connections: \"300\"} | processes: 4 workers, servers.database.max_connections: \"200\"} | pool-above-server options.workers4",
        "hospital | 4 replicas, servers.database.max_connections: \"300\"} | 4 replicas, servers.database.max_connections: \"200\"} | pool-above-server options.replicas4",
        "hospital | changes: {servers.database.max_connections: \"1000\"} | changes: {servers.database.max_connections: \"200\"} | pool-above-server ladder.max_connections",
        "hospital | response: 150-200 ms | response: 150-300 ms | objective-missed tiers.high.response",
        "hospital | order: [pool/database, workers/workers] | order: [workers/workers, pool/database] | arithmetic 003-26",
        "hospital | p95: 120-180 ms | p95: 200-300 ms | objective-missed objectives.p95",
        "hospital | horizontal.users, stated: 2000-4000 | horizontal.users, stated: 5000-10000 | arithmetic 003-19",
        "hospital | cloud.users, stated: 1000-10000 | cloud.users, stated: 10000-50000 | gain-ignores-the-next-bottleneck 003-21",
        "hospital | option.workers4.users, stated: 2000-4000 | option.workers4.users, stated: 400-800 | arithmetic 003-27",
        "hospital | loadtest.response_p95, stated: 120-180 | loadtest.response_p95, stated: 200-300 | arithmetic 003-32",
        "calls | users.optimistic, stated: 1500-2000 | users.optimistic, stated: 5000-10000 | demand-above-capacity 004-10"
      })
  void oneMistakeIsOneFinding(String model, String corrected, String mistaken, String finding) {
    String text = Linted.text("/corrected/" + model + ".yaml");
    assertThat(text).contains(corrected);

    assertThat(
            Report.of(
                    ModelFile.parse(model + ".yaml", text.replace(corrected, mistaken)),
                    List.of(Linted.resource("/corrected/capsules.yaml")))
                .findings())
        .filteredOn(one -> one.severity() != Severity.NOTE)
        .map(one -> one.rule() + " " + one.subject())
        .containsExactly(finding);
  }
}
