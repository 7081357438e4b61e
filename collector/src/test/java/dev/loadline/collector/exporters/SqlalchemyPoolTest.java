package dev.loadline.collector.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Gauges of SQLAlchemy's pool. */
class SqlalchemyPoolTest {
  @Test
  void threeWorkersAddUpInMultiprocessMode() {
    Exposed exposed = Exposed.in("python-multiprocess.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            pool/sqlalchemy in_use = 2.0 (sqlalchemy)
            requests/http acquired {method=GET, route=/orders/{id}, status=200} = 30.0 (http)
            requests/http hold.count {method=GET, route=/orders/{id}} = 30.0 (http)
            requests/http hold.sum {method=GET, route=/orders/{id}} = 0.6286799409899686 (http)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void overflowBelowZeroIsNoLimit() {
    Exposed exposed = Exposed.in("python-sqlalchemy-gauges.txt");

    assertThat(exposed.signals())
        .isEqualTo(
            """
            cpu/process in_use_seconds = 0.18 (process)
            descriptors/process in_use = 12.0 (process)
            descriptors/process limit = 20000.0 (process)
            memory/process in_use = 4.3544576E7 (process)
            pool/sqlalchemy in_use = 2.0 (sqlalchemy)
            """);
    assertThat(exposed.unrecognised()).isEmpty();
  }

  @Test
  void aPublishedOverflowGivesTheLimit() {
    assertThat(
            Exposed.of(
                    """
                    app_pool_size 5
                    app_pool_max_overflow 10
                    app_pool_overflow -3
                    app_pool_checked_out 2
                    """)
                .signals())
        .isEqualTo(
            """
            pool/sqlalchemy in_use = 2.0 (sqlalchemy)
            pool/sqlalchemy limit = 15.0 (sqlalchemy derived)
            """);
  }

  @Test
  void withoutOverflowAmongThemTheyAreNotSqlalchemys() {
    assertThat(Exposed.of("thread_pool_size 5\nthread_pool_checked_out 2\n").unrecognised())
        .containsExactly("thread_pool_checked_out", "thread_pool_size");
  }
}
