import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.servlet.ServletContextHandler;
import org.eclipse.jetty.servlet.ServletHolder;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with so many threads for requests, and two of its own. */
final class JettyShop {

  public static void main(String[] arguments) throws Exception {
    Server server = new Server(new QueuedThreadPool(Integer.parseInt(arguments[1]) + 2));
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.setContextPath("/");
    for (String mapping : ShopServlet.MAPPINGS) {
      ServletHolder shop = new ServletHolder(new ShopServlet());
      shop.setAsyncSupported(true);
      context.addServlet(shop, mapping);
    }
    server.setHandler(context);
    server.start();
    ShopServlet.serve(connector.getLocalPort(), arguments[0]);
  }
}
