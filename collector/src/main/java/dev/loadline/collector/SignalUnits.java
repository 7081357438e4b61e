package dev.loadline.collector;

import dev.loadline.collector.signal.ResourceKind;
import dev.loadline.collector.signal.Signal;

/** In which unit people read a signal: the limit of a pool is one of connections. */
final class SignalUnits {
  private SignalUnits() {}

  static String of(ResourceKind kind, Signal signal) {
    return switch (signal) {
      case LIMIT, IN_USE, IN_USE_PEAK -> things(kind);
      case IN_USE_SECONDS -> things(kind) + " x seconds";
      case IN_USE_SQUARED_SECONDS -> things(kind) + "^2 x seconds";
      case WAITING -> "waiting";
      case ACQUIRED -> kind == ResourceKind.REQUESTS ? "requests" : "times taken";
      case WAIT, HOLD, BUSY_SECONDS -> "seconds";
      case TIMEOUTS -> "timeouts";
      case REJECTED -> "rejections";
      case HITS -> "hits";
      case MISSES -> "misses";
      case BYTES -> "bytes";
      case UTILISATION -> "ratio";
    };
  }

  private static String things(ResourceKind kind) {
    return switch (kind) {
      case POOL, SERVER_CONNECTIONS -> "connections";
      case WORKERS -> "workers";
      case EVENT_LOOP -> "loops";
      case WRITER -> "writers";
      case RATE_LIMIT -> "permits";
      case CACHE -> "entries";
      case SOCKETS -> "sockets";
      case DESCRIPTORS -> "descriptors";
      case CPU, SERVER_CPU -> "processors";
      case MEMORY, NETWORK, DISK -> "bytes";
      case QUEUE -> "items";
      case INSTANCES -> "instances";
      case REQUESTS -> "requests";
    };
  }
}
