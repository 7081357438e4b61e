import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** A shop of Tomcat, HikariCP and H2, with routes {@code /0/*} to {@code /9/*}; no framework. */
public final class ShopApp {

  private static final int ROUTES = 10;

  private static HikariDataSource pool;

  public static void main(String[] arguments) throws Exception {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:shop");
    config.setMaximumPoolSize(15);
    config.setPoolName("orders");
    pool = new HikariDataSource(config);
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("maxKeepAliveRequests", "-1");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(arguments[0]);
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    for (int i = 0; i < ROUTES; i++) {
      Tomcat.addServlet(context, "orders" + i, new Orders()).addMapping("/" + i + "/*");
    }
    tomcat.start();
    System.out.println("port " + connector.getLocalPort());
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }

  private static final class Orders extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try (Connection connection = pool.getConnection();
          PreparedStatement statement = connection.prepareStatement("SELECT 1");
          ResultSet result = statement.executeQuery()) {
        result.next();
        byte[] body = ("order " + result.getInt(1) + "\n").getBytes("UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }
}
