package dev.loadline.advisor.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All that the rules find in the built-in models. */
class FindingsTest {

  @Test
  void capsules() {
    assertThat(Linted.all("/models/capsules.yaml"))
        .containsExactly(
            "error ranges-against-each-other 000-17",
            "warning gain-ignores-the-next-bottleneck servers.database",
            "warning limit-per-address-taken-for-user resources.ratelimit.classes.per_client",
            "warning range-hidden-in-a-point resources.pool.hold",
            "note no-sum claims",
            "note server-limit-not-stated servers.database");
  }

  @Test
  void video() {
    assertThat(Linted.all("/models/video.yaml"))
        .containsExactly(
            "error ranges-against-each-other 001-24",
            "warning bottleneck-without-figure 001-12",
            "warning range-hidden-in-a-point users.per_user.records.analysis",
            "note no-sum claims");
  }

  @Test
  void capsulesMillionBesideCapsules() {
    assertThat(
            Linted.all("/models/capsules-million.yaml", Linted.resource("/models/capsules.yaml")))
        .containsExactly(
            "error confidence-does-not-average readiness.overall",
            "error document-against-document 002-13",
            "error document-against-document 002-14",
            "error document-against-document 002-15",
            "error document-against-document 002-16",
            "error arithmetic 002-16",
            "warning gain-ignores-the-next-bottleneck servers.database",
            "note in-memory-limit-multiplied resources.ratelimit",
            "note no-sum claims",
            "note server-limit-not-stated servers.database");
  }

  @Test
  void hospital() {
    assertThat(Linted.all("/models/hospital.yaml"))
        .containsExactly(
            "error objective-missed objectives.p95",
            "error per-process-taken-for-total 003-16",
            "error per-process-taken-for-total 003-29",
            "error percentage-and-factor options.workers4.gain",
            "error pool-above-server options.workers4",
            "error pool-above-server options.cloud",
            "error ranges-against-each-other 003-09",
            "error arithmetic 003-19",
            "error arithmetic 003-21",
            "warning evidence-misses-the-bottleneck evidence",
            "warning gain-ignores-the-next-bottleneck servers.database",
            "warning objective-missed tiers.high.response",
            "note no-sum claims",
            "note server-limit-not-stated servers.database",
            "note server-limit-not-stated servers.redis");
  }

  @Test
  void calls() {
    assertThat(Linted.all("/models/calls.yaml"))
        .containsExactly(
            "error demand-above-capacity 004-09",
            "error demand-above-capacity 004-10",
            "error size-too-small sizes.small",
            "error size-too-small sizes.medium",
            "error arithmetic 004-08",
            "warning gain-ignores-the-next-bottleneck servers.mongodb",
            "warning in-memory-limit-multiplied resources.ratelimit",
            "warning range-hidden-in-a-point users.per_user.memory",
            "warning range-hidden-in-a-point users.profiles.average.rate",
            "warning range-hidden-in-a-point users.per_user.cpu",
            "warning range-hidden-in-a-point users.per_user.network",
            "warning arithmetic 004-12",
            "note no-sum claims");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capsules | users.conservative is stated as 500-1000 users, but users.simultaneous is 150 users",
        "capsules | pool.throughput_ideal is 75-300 requests/second, stated as 150 (000-08)",
        "capsules | 60 requests/minute is counted by address",
        "capsules | how many connections database accepts is not stated; may be opened: 15 now, 50",
        "video | users.conservative is stated as 10000 users, but users.total is 50000-100000 users",
        "video | writer/database is said to run out first, and 100-500 requests/second (001-10)",
        "capsules-million | 100-200 requests/second, and capsules says 100-120 requests/second",
        "capsules-million | 1000-5000 users, and capsules says 1000-2000 users",
        "capsules-million | 500 with option fleet",
        "capsules-million | the weighted mean of its 10 parts is 36 %",
        "hospital | users.default is stated as 500-1000 users, but the workers take 100-200 requests",
        "hospital | is said to add 400 %; it makes 4 times as much, which is 300 % more",
        "hospital | 240 of 200 with option replicas4 (4 replicas x 1 worker x 60 (20 + 40))",
        "hospital | 8 processes x 150 connections = 1200",
        "hospital | 4 instances x 4 processes x 200 connections = 3200",
        "hospital | ab against /health touches workers, and never pool/database",
        "hospital | the objective for the p95 is at most 200 milliseconds, and ab measured 200-300 ms",
        "calls | 50-100 requests/s now",
        "calls | 5000-10000 users (004-10), who make 250-500 requests/s",
        "calls | 416.7 users now (100 Mbit/s / 30 kB/s per user)",
        "calls | CPU time of a query are not both stated: 5 x (004-36)"
      })
  void whatReadersFoundIsFound(String model, String words) {
    assertThat(
            Report.of(
                    Linted.resource("/models/" + model + ".yaml"),
                    List.of(Linted.resource("/models/capsules.yaml")))
                .findings())
        .extracting(Finding::message)
        .anyMatch(message -> message.contains(words));
  }
}
