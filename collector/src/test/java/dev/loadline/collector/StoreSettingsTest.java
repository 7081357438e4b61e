package dev.loadline.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loadline.collector.yaml.Default;
import dev.loadline.collector.yaml.YamlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSettingsTest {
  record File(@Default("embedded") StoreSettings store) {}

  @ParameterizedTest
  @CsvSource({"{}", "store: embedded"})
  void signalsLieInTheDataDirectory(String text) {
    assertThat(read(text)).isEqualTo(StoreSettings.embedded());
  }

  @Test
  void orInAPrometheus() {
    assertThat(
            read("store: {prometheus: {query: 'http://a:9090/', write: 'http://b:8428/api/v1/write'}}")
                .prometheus())
        .satisfies(
            settings -> {
              assertThat(settings.query()).isEqualTo("http://a:9090");
              assertThat(settings.write()).isEqualTo("http://b:8428/api/v1/write");
              assertThat(settings.queue()).isEqualTo(500_000);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "store: sqlite | 'sqlite' does not suit store: write embedded, or prometheus: {query",
        "store: {promtheus: {}} | unknown key 'promtheus' under store; did you mean 'prometheus'?",
        "store: {prometheus: {query: 'http://a:9090'}} | missing key 'write'",
        "store: {prometheus: {query: 'a:9090', write: 'http://a:9090'}}"
            + " | query takes http://host:port or https://host:port, without user and password",
        "store: {prometheus: {query: 'http://u:p@a:9090', write: 'http://a:9090'}}"
            + " | query takes http://host:port or https://host:port, without user and password"
      })
  void slipsAreTold(String text, String message) {
    assertThatThrownBy(() -> read(text)).hasMessageContaining(message);
  }

  private static StoreSettings read(String text) {
    return YamlDocument.parse("loadline.yaml", text).bind(File.class).store();
  }
}
