package dev.loadline.advisor.ledger.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loadline.advisor.ledger.Client;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolVariablesTest {
  private static final String PG = "DATABASE_URL=postgres://u:p@db/x";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DB_POOL_SIZE=20 | 20 | 0 | false",
        "DATABASE_POOL_SIZE=20 | 20 | 0 | false",
        "DB_POOL_SIZE=20 DB_MAX_OVERFLOW=40 | 20 | 40 | false",
        "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE=30 | 30 | 0 | false",
        "SPRING_DATASOURCE_HIKARI_MAXIMUM_POOL_SIZE=30 | 30 | 0 | false",
        "SPRING_DATASOURCE_HIKARI_MAXIMUM-POOL-SIZE=30 | 30 | 0 | false",
        "HIKARI_MAXIMUM_POOL_SIZE=30 | 30 | 0 | false",
        "HIKARI_MAX_POOL_SIZE=30 | 30 | 0 | false",
        "SHOP_DATABASE_POOL_MAX=8 | 8 | 0 | false",
        "SPRING_DATASOURCE_USERNAME=app | 10 | 0 | true",
        "RAILS_MAX_THREADS=5 | 5 | 0 | true",
        "RAILS_MAX_THREADS=5 DB_POOL=9 | 9 | 0 | false",
        "DATABASE_URL=postgresql://u:p@db/x?connection_limit=12 | 12 | 0 | false",
        "DATABASE_URL=ecto://u:p@db/x?pool_size=12 | 12 | 0 | false",
        "DATABASE_URL=postgresql+asyncpg://u:p@db/x | 5 | 10 | true",
        "DATABASE_URL=postgresql+psycopg://u:p@db/x DB_POOL_SIZE=20 | 20 | 10 | false",
        "DATABASE_URL=postgresql+psycopg://u:p@db/x DB_POOL_SIZE=20 DB_MAX_OVERFLOW=0 | 20 | 0 | false",
        "JAVA_TOOL_OPTIONS=-Dspring.datasource.hikari.maximumPoolSize=17 | 17 | 0 | false",
        "MONGODB_URI=mongodb://u:p@mongo-0.mongo,mongo-1.mongo/x?replicaSet=rs&maxPoolSize=50 | 50 | 0 | false",
        "MONGODB_URI=mongodb+srv://u:p@cluster0.example.net/x | 100 | 0 | true",
        "MONGODB_URI=mongodb://mongo/x DB_POOL_SIZE=10 | 10 | 0 | false",
        "MONGODB_URI=mongodb://mongo/x MONGO_MAX_POOL_SIZE=10 | 10 | 0 | false",
        "LOG_LEVEL=info | | 0 | false",
        "DB_POOL_SIZE=many | | 0 | false",
        "REDIS_DB_POOL_SIZE=9 | | 0 | false",
        "MONGODB_MAX_POOL_SIZE=9 | | 0 | false",
      })
  void theSizeOfAPoolIsFound(
      String variables, @Nullable Integer size, int overflow, boolean assumed) {
    Client client = client(variables, "");

    assertThat(client.size().value()).isEqualTo(size);
    assertThat(client.size().assumed()).isEqualTo(assumed);
    assertThat(client.overflow().value()).isEqualTo(overflow);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LOG_LEVEL=info | uvicorn app:app --workers 4 | 4",
        "LOG_LEVEL=info | uvicorn app:app --workers=4 | 4",
        "LOG_LEVEL=info | gunicorn -w 4 -k uvicorn.workers.UvicornWorker app:app | 4",
        "LOG_LEVEL=info | /venv/bin/gunicorn -w4 app:app | 4",
        "LOG_LEVEL=info | sh -c 'exec gunicorn app:app --workers 4' | 4",
        "LOG_LEVEL=info | grep -w 4 | 1",
        "WEB_CONCURRENCY=4 | gunicorn app:app | 4",
        "WEB_CONCURRENCY=4 | gunicorn app:app --workers 2 | 2",
        "WEB_CONCURRENCY=4 GUNICORN_CMD_ARGS=--bind=0.0.0.0__--workers=3 | gunicorn app:app | 3",
        "UVICORN_WORKERS=4 | serve | 4",
        "WEB_CONCURRENCY=0 | puma | 1",
        "LOG_LEVEL=info | celery -A app worker -c 6 | 6",
        "LOG_LEVEL=info | celery -A app worker | ",
        "LOG_LEVEL=info | celery -A app beat | 1",
        "WEB_CONCURRENCY=auto | gunicorn app:app | ",
      })
  void theProcessesOfAnInstanceAreFound(
      String variables, String command, @Nullable Integer processes) {
    assertThat(client(variables.replace("__", " "), command).processes().value())
        .isEqualTo(processes);
  }

  @Test
  void twoPoolsThatDifferAreNotTakenForOne() {
    Client client = client("ORDERS_DB_POOL_SIZE=5 BILLING_DB_POOL_SIZE=9", "");

    assertThat(client.size().value()).isNull();
    assertThat(client.size().origin())
        .isEqualTo(
            "fleet.yaml:6: web has several pools, and which of BILLING_DB_POOL_SIZE,"
                + " ORDERS_DB_POOL_SIZE is for which server is not written");
  }

  @Test
  void assumptionsNameTheLibrary() {
    assertThat(client("SPRING_DATASOURCE_USERNAME=app", "").size().origin())
        .isEqualTo("web: a pool of 10, what HikariCP opens where nothing is set");
  }

  private static Client client(String variables, String command) {
    StringBuilder text = new StringBuilder("services:\n  web:\n    environment:\n");
    String all = variables.contains("://") ? variables : PG + " " + variables;
    for (String variable : all.split(" (?=[A-Z])")) {
      String[] sides = variable.split("=", 2);
      text.append("      %s: \"%s\"\n".formatted(sides[0], sides[1]));
    }
    if (!command.isEmpty()) {
      text.append("    command: ").append(command).append('\n');
    }
    return Read.client(text.toString());
  }
}
