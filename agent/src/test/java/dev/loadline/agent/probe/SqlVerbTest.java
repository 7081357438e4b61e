package dev.loadline.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlVerbTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert into t values (1)|WRITE",
        "  /* why */ -- how|OTHER",
        "/* why */ Update t set a = 1|WRITE",
        "REPLACE INTO t VALUES (1)|WRITE",
        "create table t (a)|WRITE",
        "with x as (select 1) insert into t select * from x|WRITE",
        "with x as (select 1), y as (select 2) delete from t|WRITE",
        "with x as (select 1) select replace(a, 'b', 'c') from x|OTHER",
        "select 'insert'|OTHER",
        "selection|OTHER",
        "inserted|OTHER",
        "begin|BEGIN",
        "BEGIN DEFERRED TRANSACTION;|BEGIN",
        "begin immediate|BEGIN_WRITE",
        "begin exclusive transaction|BEGIN_WRITE",
        "commit;|END",
        "END TRANSACTION|END",
        "rollback|END",
        "rollback transaction|END",
        "rollback to here|OTHER",
        "rollback transaction to savepoint here|OTHER",
        "pragma journal_mode = wal|OTHER",
        ";;insert into t values (1)|WRITE",
      })
  void theFirstWordsTell(String sql, SqlVerb verb) {
    assertThat(SqlVerb.of(sql)).isEqualTo(verb);
  }
}
