package dev.loadline.agent;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.HttpURLConnection;
import java.net.URI;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** An application for the tests: Tomcat with one servlet, and one route as Spring names them. */
final class TomcatApp {

  private static final String PATTERN =
      "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";

  public static void main(String[] arguments) throws Exception {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(arguments[0]);
    tomcat.setPort(0);
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "shop", new Shop()).addMapping("/shop/*");
    tomcat.start();
    int port = tomcat.getConnector().getLocalPort();
    for (String path : new String[] {"/shop/1", "/shop/2", "/shop/3?spring=1", "/shop/0"}) {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      System.out.println(path + " " + connection.getResponseCode());
    }
    System.out.println("ready");
    System.in.read();
    System.exit(0);
  }

  private static final class Shop extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      if (request.getParameter("spring") != null) {
        request.setAttribute(PATTERN, "/shop/{id}");
      }
      response.setStatus("/0".equals(request.getPathInfo()) ? 410 : 200);
    }
  }

  private TomcatApp() {}
}
