import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A real PostgreSQL, for as long as its standard input is open. */
public final class PostgresServer {

  public static void main(String[] arguments) throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      System.out.println("port " + server.getPort());
      System.out.println("ready");
      System.in.read();
    }
    System.exit(0);
  }
}
