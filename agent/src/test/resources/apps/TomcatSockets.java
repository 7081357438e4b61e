import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** Tomcat with WebSockets, that accepts four connections and lets seven wait. */
public final class TomcatSockets {

  public static void main(String[] arguments) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("maxConnections", "4");
    tomcat.getConnector().setProperty("acceptCount", "7");
    Context context = tomcat.addContext("", null);
    context.addApplicationListener("org.apache.tomcat.websocket.server.WsContextListener");
    context.addApplicationListener(Endpoints.class.getName());
    Tomcat.addServlet(context, "shop", new ShopServlet());
    context.addServletMappingDecoded("/", "shop");
    tomcat.start();
    ShopServlet.serve(tomcat.getConnector().getLocalPort(), arguments[0]);
  }

  public static final class Endpoints implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
      Object container =
          event.getServletContext().getAttribute("jakarta.websocket.server.ServerContainer");
      try {
        ((ServerContainer) container)
            .addEndpoint(ServerEndpointConfig.Builder.create(Quiet.class, "/socket").build());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {}
  }

  public static final class Quiet extends Endpoint {

    @Override
    public void onOpen(Session session, EndpointConfig config) {}
  }
}
