package dev.loadline.collector.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Of each series that was written to: how many rows wait to become a chunk, and from when on. */
final class Heads {
  private final Map<Long, Head> heads = new HashMap<>();

  /** What is known of one series. */
  static final class Head {
    private final long chunked;
    private int rows;

    private Head(long chunked, int rows) {
      this.chunked = chunked;
      this.rows = rows;
    }

    /** Whether a chunk may have this time already. */
    boolean isLate(long time) {
      return time <= chunked;
    }

    /** Takes note of a row, and says whether there are enough for a chunk. */
    boolean grow() {
      return ++rows >= Chunk.ROWS;
    }
  }

  Head of(Connection connection, long series) throws SQLException {
    Head head = heads.get(series);
    if (head == null) {
      head =
          new Head(
              ChunkTable.last(connection, series).orElse(Long.MIN_VALUE),
              SampleTable.count(connection, series));
      heads.put(series, head);
    }
    return head;
  }

  /** What was changed behind its back is looked up anew. */
  void forget(long series) {
    heads.remove(series);
  }

  /** After a transaction that did not go through. */
  void forgetAll() {
    heads.clear();
  }
}
