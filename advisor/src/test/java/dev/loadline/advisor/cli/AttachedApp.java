package dev.loadline.advisor.cli;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** An application for the tests: it answers 204 on a port that it prints, until its input ends. */
final class AttachedApp {

  private AttachedApp() {}

  public static void main(String[] arguments) throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/orders",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    System.out.println("port " + server.getAddress().getPort());
    System.in.read();
    System.exit(0);
  }
}
