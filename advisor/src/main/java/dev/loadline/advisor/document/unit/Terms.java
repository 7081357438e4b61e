package dev.loadline.advisor.document.unit;

import java.util.Map;
import java.util.TreeMap;

/** The words of units. Prefixes of data are decimal (kB) or binary (KiB), never guessed. */
final class Terms {
  private static final String COUNTED =
      "actions, analyses, calls, clients, commands, components, concurrent requests, connections,"
          + " container, containers, core, cores, image, images, index, indexes, instance,"
          + " instances, item, items, job, jobs, maps, message, messages, metrics, op, ops, phases,"
          + " process, processes, queries, query, read replicas, replica, replicas, request,"
          + " requests, row, rows, server, servers, sessions, shard, shards, sockets, task, tasks,"
          + " thread, threads, transactions, uploads, user, users, Uvicorn worker, worker,"
          + " workers, writers, writes";

  static final Map<String, Unit> KNOWN = new TreeMap<>();

  private Terms() {}

  static {
    KNOWN.put("", Unit.NONE);
    add(Dimension.TIME, 1e-6, "µs", "us", "microseconds");
    add(Dimension.TIME, 0.001, "ms", "millisecond", "milliseconds");
    add(Dimension.TIME, 1, "s", "sec", "second", "seconds");
    add(Dimension.TIME, 60, "min", "minute", "minutes");
    add(Dimension.TIME, 3_600, "h", "hour", "hours");
    add(Dimension.TIME, 86_400, "d", "day", "days");
    add(Dimension.TIME, 604_800, "week", "weeks");
    add(Dimension.TIME, 2_629_746, "month", "months");
    add(Dimension.TIME, 31_556_952, "year", "years");
    data("B", "bytes", "bit", 1);
    data("kB", "kilobytes", "kbit", 1e3);
    data("MB", "megabytes", "Mbit", 1e6);
    data("GB", "gigabytes", "Gbit", 1e9);
    data("TB", "terabytes", "Tbit", 1e12);
    add(Dimension.DATA, 1024, "KiB");
    add(Dimension.DATA, 1024 * 1024, "MiB");
    add(Dimension.DATA, 1024L * 1024 * 1024, "GiB");
    add(Dimension.DATA, 1024L * 1024 * 1024 * 1024, "TiB");
    add(Dimension.MONEY, 1, "$", "dollar", "dollars", "USD");
    add(Dimension.NONE, 0.01, "%", "percent", "percent of a core");
    add(Dimension.NONE, 1, "x");
    for (String counted : COUNTED.split("\\s*,\\s*")) {
      add(Dimension.NONE, 1, counted.strip());
    }
  }

  private static void data(String symbol, String word, String bits, double bytes) {
    add(Dimension.DATA, bytes, symbol, word);
    add(Dimension.DATA, bytes / 8, bits);
  }

  private static void add(Dimension dimension, double base, String... labels) {
    for (String label : labels) {
      KNOWN.put(label, new Unit(label, base, dimension));
    }
  }
}
