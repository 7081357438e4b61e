package dev.loadline.lab.shop;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * Orders: 200 with the order, 503 when no connection came free in time, 500 when the database
 * failed.
 */
final class OrdersServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient OrderStore store;

  OrdersServlet(OrderStore store) {
    this.store = store;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      store.read();
      answer(response, HttpServletResponse.SC_OK, "{\"status\":\"paid\"}");
    } catch (SQLTransientConnectionException e) {
      answer(
          response,
          HttpServletResponse.SC_SERVICE_UNAVAILABLE,
          "{\"error\":\"no connection came free\"}");
    } catch (SQLException e) {
      answer(
          response,
          HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
          "{\"error\":\"the database failed\"}");
    }
  }

  private static void answer(HttpServletResponse response, int status, String body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.getOutputStream().print(body);
  }
}
