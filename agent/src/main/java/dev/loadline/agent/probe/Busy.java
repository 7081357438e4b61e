package dev.loadline.agent.probe;

import java.sql.SQLException;

/** Whether an error of SQLite means that another has the right to write: its code 5. */
final class Busy {

  private static final int BUSY = 5;

  private Busy() {}

  static boolean is(Throwable thrown) {
    return thrown instanceof SQLException
        && (((SQLException) thrown).getErrorCode() & 0xFF) == BUSY;
  }
}
