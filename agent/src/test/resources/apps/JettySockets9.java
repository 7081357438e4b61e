import java.util.Scanner;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.WebSocketAdapter;
import org.eclipse.jetty.websocket.server.WebSocketHandler;
import org.eclipse.jetty.websocket.servlet.WebSocketServletFactory;

/** Jetty up to 9.4 with WebSockets; on the next line it accepts nobody any more. */
public final class JettySockets9 {

  public static void main(String[] arguments) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(9);
    server.addConnector(connector);
    server.setHandler(
        new WebSocketHandler() {
          @Override
          public void configure(WebSocketServletFactory factory) {
            factory.register(Quiet.class);
          }
        });
    server.start();
    System.out.println("port " + connector.getLocalPort());
    System.out.println("ready");
    Scanner in = new Scanner(System.in);
    in.nextLine();
    connector.setAccepting(false);
    System.out.println("closed");
    in.hasNextLine();
    System.exit(0);
  }

  public static final class Quiet extends WebSocketAdapter {}
}
