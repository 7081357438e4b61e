import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Spring Boot with Tomcat, JDBC, HikariCP and H2, ready once a query was answered. */
@EnableAutoConfiguration
@RestController
public class SpringShop {

  private final JdbcTemplate database;

  public SpringShop(JdbcTemplate database) {
    this.database = database;
  }

  @GetMapping("/orders/{id}")
  public String order(@PathVariable("id") int id) {
    return "order " + database.queryForObject("SELECT " + id, Integer.class);
  }

  public static void main(String[] arguments) throws Exception {
    String[] settings = {
      "--server.port=0",
      "--server.address=127.0.0.1",
      "--spring.datasource.url=jdbc:h2:mem:shop",
      "--spring.main.banner-mode=off",
      "--logging.level.root=warn"
    };
    SpringApplication.run(SpringShop.class, settings).getBean(SpringShop.class).order(1);
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }
}
