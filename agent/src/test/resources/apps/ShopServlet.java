import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Answers at once, when it is told to, on another thread, or in a second turn. */
public final class ShopServlet extends HttpServlet {

  static final String[] MAPPINGS = {"/shop/*", "/held/*", "/later", "/again"};

  private static final String SPRING =
      "org.springframework.web.servlet.HandlerMapping.bestMatchingPattern";
  private static final CountDownLatch RELEASE = new CountDownLatch(1);

  /** Says the port, and that requests go on once this file is there. */
  static void serve(int port, String release) throws Exception {
    System.out.println("port " + port);
    System.out.println("ready");
    while (!Files.exists(Path.of(release))) {
      LockSupport.parkNanos(10_000_000);
    }
    RELEASE.countDown();
    System.in.read();
    System.exit(0);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException {
    String path = request.getServletPath();
    if (path.equals("/later")) {
      later(request.startAsync());
    } else if (path.equals("/again")) {
      AsyncContext context = request.startAsync();
      context.setTimeout(0);
      context.dispatch("/shop/again");
    } else if (path.equals("/held")) {
      await();
    } else {
      if (request.getParameter("spring") != null) {
        request.setAttribute(SPRING, "/shop/{id}");
      }
      String status = request.getParameter("status");
      response.setStatus(status == null ? 200 : Integer.parseInt(status));
    }
  }

  private static void later(AsyncContext context) {
    context.setTimeout(0);
    new Thread(
            () -> {
              await();
              ((HttpServletResponse) context.getResponse()).setStatus(202);
              context.complete();
            })
        .start();
  }

  private static void await() {
    try {
      RELEASE.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
