import java.net.ServerSocket;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/** One command to a real Redis with a Jedis of old. */
public final class OldJedisApp {

  public static void main(String[] arguments) throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    RedisServer server = new RedisServer(port);
    server.start();
    Jedis jedis = new Jedis("localhost", port);
    jedis.set("one", "1");
    System.out.println(jedis.get("one"));
    System.out.println("ready");
    System.in.read();
    server.stop();
    System.exit(0);
  }
}
