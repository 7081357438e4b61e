import java.net.HttpURLConnection;
import java.net.URL;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** Starts Jetty, answers one request, stops it. */
public final class JettyShape {

  public static void main(String[] arguments) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(200);
            callback.succeeded();
            return true;
          }
        });
    server.start();
    URL url = new URL("http://127.0.0.1:" + connector.getLocalPort() + "/orders/1");
    System.out.println("jetty " + ((HttpURLConnection) url.openConnection()).getResponseCode());
    Thread.sleep(Long.parseLong(arguments[1]));
    server.stop();
  }
}
