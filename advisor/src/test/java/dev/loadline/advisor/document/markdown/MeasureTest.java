package dev.loadline.advisor.document.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "~100-120 requests/second | 100-120 requests/second",
        "1,000–2,000 concurrent users | 1000-2000 users",
        "10K-50K users | 10000-50000 users",
        "10-50K users | 10000-50000 users",
        "1M+ users | at least 1000000 users",
        "10,000+ users | at least 10000 users",
        "<200ms | at most 200 milliseconds",
        "≤ 50 ms | at most 50 milliseconds",
        ">80% | at least 80 percent",
        "up to 100,000 users | at most 100000 users",
        "60 requests per minute per IP address | 60 requests/minute",
        "5 per 15 minutes | 5 requests/15 minutes",
        "60/min | 60 requests/minute",
        "5 requests per 15 minutes | 5 requests/15 minutes",
        "30 req/min | 30 requests/minute",
        "1.4k rps | 1400 requests/second",
        "2.5k–3k QPS | 2500-3000 queries/second",
        "$50-100/month | 50-100 dollars/month",
        "$5,000+ | at least 5000 dollars",
        "500MB | 500 MB",
        "1.5 GiB | 1.5 GiB",
        "100 Mbps | 100 Mbit/s",
        "30 KB/s | 30 kB/s",
        "5-minute TTL | 5 minutes",
        "3-4x capacity increase | 3-4 x",
        "2 vCPU | 2 cores",
        "15 total database connections | 15 connections",
        "100-200 concurrent | 100-200 concurrent requests",
        "4 cores each | 4 cores",
        "1 image/day | 1 image/day"
      })
  void oneFigureIsReadWithItsUnit(String text, String figure) {
    assertThat(Measure.in(text)).hasSize(1);
    assertThat(Measure.in(text).get(0).figure()).hasToString(figure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-03-14",
        "v2.1",
        "p95",
        "db.t3.large",
        "1e8",
        "localhost:8000",
        "UTF-8",
        "4x4 core"
      })
  void namesAndDatesAreNoFigures(String text) {
    assertThat(Measure.in(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "15 × 10 req/sec | [15, 10 requests/second]",
        "4 x 15 connections | [4, 15 connections]",
        "from 1,500 to 5,000-6,000 users | [1500, 5000-6000 users]",
        "20 base + 40 overflow | [20, 40]"
      })
  void severalAreReadInTheirOrder(String text, String figures) {
    assertThat(Measure.in(text).stream().map(Measure::figure).toList()).hasToString(figures);
  }
}
