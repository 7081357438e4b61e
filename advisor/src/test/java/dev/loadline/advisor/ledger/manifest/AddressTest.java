package dev.loadline.advisor.ledger.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgres://u:p@db:5432/shop | postgres | db | shop | u",
        "postgresql+asyncpg://u:p@db/shop?ssl=true | postgres | db | shop | u",
        "jdbc:postgresql://db.example.com:5432/shop?user=u | postgres | db.example.com | shop | u",
        "jdbc:sqlserver://db:1433;databaseName=shop;user=u | sqlserver | db | '' | u",
        "mongodb://u:p@a:27017,b:27017/shop?replicaSet=rs | mongodb | a | shop | u",
        "mysql://u:p?w/d@db/shop | mysql | db | shop | u",
        "postgres://u:p/w@db/shop | postgres | db | shop | u",
        "postgres://u:p@db/shop?options=a@b | postgres | db | shop | u",
        "host=db port=5432 dbname=shop user=u password=p | '' | db | shop | u",
        "Host=db;Database=shop;Username=u;Password=p;Maximum Pool Size=20 | '' | db | shop | u",
      })
  void readsWhereAClientConnects(
      String text, String engine, String host, String database, String user) {
    Address address = Address.parse(text).orElseThrow();

    assertThat(address.engine()).isEqualTo(engine);
    assertThat(address.host()).isEqualTo(host);
    assertThat(address.database()).isEqualTo(database);
    assertThat(address.user()).isEqualTo(user);
  }

  @Test
  void readsNothingElse() {
    assertThat(Address.parse("redis://cache:6379")).isEmpty();
    assertThat(Address.parse("https://example.com")).isEmpty();
    assertThat(Address.parse("sqlite:///app.db")).isEmpty();
    assertThat(Address.parse("a".repeat(3_000) + "=b")).isEmpty();
  }
}
