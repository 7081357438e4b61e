import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** Starts Tomcat, answers one request, stops it. */
public final class TomcatShape {

  public static void main(String[] arguments) throws Exception {
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(System.getProperty("user.dir"));
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "orders", new Orders()).addMapping("/orders/*");
    tomcat.start();
    URL url = new URL("http://127.0.0.1:" + connector.getLocalPort() + "/orders/1");
    System.out.println("tomcat " + ((HttpURLConnection) url.openConnection()).getResponseCode());
    Thread.sleep(Long.parseLong(arguments[1]));
    tomcat.stop();
    tomcat.destroy();
  }

  private static final class Orders extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().println("order");
    }
  }
}
