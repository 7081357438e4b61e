import java.util.Scanner;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/** Jetty from 12 on with WebSockets; on the next line it accepts nobody any more. */
public final class JettySockets12 {

  public static void main(String[] arguments) throws Exception {
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setAcceptQueueSize(9);
    server.addConnector(connector);
    server.setHandler(
        WebSocketUpgradeHandler.from(
            server,
            container ->
                container.addMapping("/socket", (request, response, done) -> new Quiet())));
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

  public static final class Quiet implements Session.Listener.AutoDemanding {}
}
