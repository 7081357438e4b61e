import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/** Tomcat with so many threads. */
final class TomcatShop {

  public static void main(String[] arguments) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("maxThreads", arguments[1]);
    tomcat.getConnector().setProperty("maxConnections", "50");
    Context context = tomcat.addContext("", null);
    Wrapper shop = Tomcat.addServlet(context, "shop", new ShopServlet());
    shop.setAsyncSupported(true);
    for (String mapping : ShopServlet.MAPPINGS) {
      shop.addMapping(mapping);
    }
    tomcat.start();
    ShopServlet.serve(tomcat.getConnector().getLocalPort(), arguments[0]);
  }
}
