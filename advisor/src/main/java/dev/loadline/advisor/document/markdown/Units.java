package dev.loadline.advisor.document.markdown;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the unit that follows a figure: {@code requests per minute per IP address} is {@code
 * requests/minute}, per {@code ip}.
 */
final class Units {
  private static final Map<String, String> SYMBOLS = new HashMap<>();
  private static final Map<String, String> NOUNS = new HashMap<>();
  private static final Map<String, String> PERIODS = new HashMap<>();

  static {
    put(SYMBOLS, "milliseconds", "ms msec msecs millisecond milliseconds millis");
    put(SYMBOLS, "microseconds", "us µs μs microseconds");
    put(SYMBOLS, "seconds", "s sec secs second seconds");
    put(SYMBOLS, "minutes", "min mins minute minutes");
    put(SYMBOLS, "hours", "h hr hrs hour hours");
    put(SYMBOLS, "days", "day days");
    put(SYMBOLS, "weeks", "week weeks");
    put(SYMBOLS, "bytes", "byte bytes");
    put(SYMBOLS, "kB", "KB kB kilobytes");
    put(SYMBOLS, "MB", "MB megabytes");
    put(SYMBOLS, "GB", "GB gigabytes");
    put(SYMBOLS, "TB", "TB terabytes");
    put(SYMBOLS, "KiB", "KiB Ki");
    put(SYMBOLS, "MiB", "MiB Mi");
    put(SYMBOLS, "GiB", "GiB Gi");
    put(SYMBOLS, "TiB", "TiB Ti");
    put(SYMBOLS, "kbit/s", "Kbps kbps kbit/s Kbit/s");
    put(SYMBOLS, "Mbit/s", "Mbps Mb/s Mbit/s");
    put(SYMBOLS, "Gbit/s", "Gbps Gb/s Gbit/s");
    put(SYMBOLS, "Mbit", "Mbit megabit megabits");
    put(SYMBOLS, "Gbit", "Gbit gigabit gigabits");
    put(SYMBOLS, "percent", "% percent pct");
    put(SYMBOLS, "x", "x X times");
    put(SYMBOLS, "requests/second", "rps RPS req/s");
    put(SYMBOLS, "queries/second", "qps QPS");
    put(SYMBOLS, "transactions/second", "tps TPS");
    put(SYMBOLS, "requests/minute", "rpm RPM");
    put(SYMBOLS, "operations/second", "iops IOPS");
    put(NOUNS, "requests", "request requests req reqs");
    put(NOUNS, "queries", "query queries");
    put(NOUNS, "messages", "message messages msg msgs");
    put(NOUNS, "transactions", "transaction transactions");
    put(NOUNS, "operations", "operation operations ops");
    put(NOUNS, "events", "event events");
    put(NOUNS, "calls", "call calls");
    put(NOUNS, "connections", "connection connections conn conns");
    put(NOUNS, "users", "user users visitors clients players customers subscribers");
    put(NOUNS, "sessions", "session sessions");
    put(NOUNS, "sockets", "socket sockets websockets");
    put(NOUNS, "workers", "worker workers");
    put(NOUNS, "threads", "thread threads");
    put(NOUNS, "processes", "process processes");
    put(NOUNS, "instances", "instance instances");
    put(NOUNS, "servers", "server servers");
    put(NOUNS, "nodes", "node nodes");
    put(NOUNS, "pods", "pod pods");
    put(NOUNS, "replicas", "replica replicas");
    put(NOUNS, "containers", "container containers");
    put(NOUNS, "shards", "shard shards");
    put(NOUNS, "cores", "core cores cpus cpu vcpu vcpus");
    put(NOUNS, "items", "item items");
    put(NOUNS, "rows", "row rows records");
    put(NOUNS, "indexes", "index indexes indices");
    put(NOUNS, "tasks", "task tasks job jobs");
    put(NOUNS, "writers", "writer writers");
    put(NOUNS, "readers", "reader readers");
    put(NOUNS, "maps", "map maps dictionaries");
    put(NOUNS, "uploads", "upload uploads");
    put(NOUNS, "dollars", "dollars dollar usd");
    put(NOUNS, "euros", "euros euro eur");
    put(PERIODS, "second", "s sec secs second seconds");
    put(PERIODS, "minute", "m min mins minute minutes");
    put(PERIODS, "hour", "h hr hrs hour hours");
    put(PERIODS, "day", "d day days");
    put(PERIODS, "week", "week weeks");
    put(PERIODS, "month", "mo month months");
    put(PERIODS, "year", "yr year years");
  }

  private static final Pattern WORD = Pattern.compile("\\G[\\s]{0,2}-?(%|[A-Za-zµμ][\\w.]*)");
  private static final Pattern PER_SECOND = Pattern.compile("\\G\\s{0,2}([A-Za-z]+/s)\\b");

  /** {@code server connections} are connections. */
  private static final Pattern OWNED =
      Pattern.compile(
          "(?i)\\G\\s{0,2}-?(?:(?:server|worker|user|instance|process|thread|container|pod|node|replica"
              + "|session)[ -](?=(?:connections?|conns?|sessions|sockets|requests|queries|messages"
              + "|calls)\\b)|node[ -](?=processes|workers|servers))(\\w+)");

  private static final Pattern MOST =
      Pattern.compile("(?i)\\G\\s{0,2}max(?:imum)? (?:connections|conns)\\b");
  private static final Pattern PER =
      Pattern.compile("\\G\\s?(?:/|per\\b|a\\b|an\\b|each\\b|every\\b)\\s?(\\d+)?\\s?([A-Za-z]+)");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^)\\]]+)[)\\]]");
  private static final Pattern NAMED_RATE =
      Pattern.compile("(?i)([a-z]+)(?: ?/ ?| per )(?:s|sec|second|min|minute|h|hour|day|month)\\b");
  private static final Pattern NAMED_THING =
      Pattern.compile(
          "(?i)\\b(rps|qps|tps|users|connections|replicas|instances|servers|workers|threads|cores"
              + "|vcpus?)\\b");
  private static final Pattern MULTIPLIES = Pattern.compile("\\s*[~≈$]?\\d");
  private static final Pattern STOP =
      Pattern.compile(
          "of|for|and|to|with|in|on|at|from|is|are|if|by|or|per|when|before|after|under|over|each"
              + "|via|as|so|but|then|than|because|while|during|using|the|that|which|can|will|has"
              + "|max|min");

  private Units() {}

  private static void put(Map<String, String> map, String label, String words) {
    for (String word : words.split(" ")) {
      map.put(word, label);
    }
  }

  /**
   * A unit in a text.
   *
   * @param label {@code requests/minute}; never empty
   * @param per for each of whom: {@code ip}, {@code user}; empty where it does not say
   * @param words the whole of it as written
   */
  record Unit(String label, String per, String words, int end) {
    boolean is(String... labels) {
      return List.of(labels).contains(label);
    }

    boolean isRate() {
      return label.contains("/");
    }
  }

  /**
   * The unit that stands in a name: {@code Requests/sec}, {@code Latency (ms)}; null where none.
   */
  static @Nullable Unit named(String name) {
    Matcher brackets = BRACKETS.matcher(name);
    if (brackets.find()) {
      Unit unit = at(brackets.group(1), 0);
      if (unit != null) {
        return unit;
      }
    }
    Matcher rate = NAMED_RATE.matcher(name);
    Unit unit = rate.find() ? at(name, rate.start()) : null;
    Matcher thing = NAMED_THING.matcher(name);
    return unit == null && thing.find() ? at(name, thing.start()) : unit;
  }

  /** Whether a word that may be counted follows: {@code 24,000 registered merchants}. */
  static boolean counts(String text, int from) {
    Matcher word = WORD.matcher(text).region(from, text.length());
    return word.find()
        && word.group(1).length() > 2
        && !STOP.matcher(Plain.lower(word.group(1))).matches();
  }

  /** The unit at a place, or null where none that is known follows. */
  static @Nullable Unit at(String text, int from) {
    Matcher bare = PER.matcher(text).region(from, text.length());
    if (bare.find()
        && period(bare.group(2)) != null
        && !bare.group().strip().matches("(?s)an?\\b.*")) {
      return rate(text, from, from, "requests");
    }
    Matcher symbol = PER_SECOND.matcher(text).region(from, text.length());
    if (symbol.find() && SYMBOLS.containsKey(symbol.group(1))) {
      return rate(text, from, symbol.end(1), symbol(symbol.group(1)));
    }
    int at = from;
    for (int words = 0; words < 4; words++) {
      Matcher word = WORD.matcher(text).region(at, text.length());
      if (!word.find()) {
        return concurrent(text, from, at, words);
      }
      String name = word.group(1).replaceFirst("\\.$", "");
      int end = word.end(1) - (word.group(1).length() - name.length());
      if (name.equals("x") && MULTIPLIES.matcher(text).region(end, text.length()).lookingAt()) {
        return null;
      }
      String label = label(name, words == 0);
      boolean stop = STOP.matcher(Plain.lower(name)).matches();
      if (label == null && words == 0 && !stop && isPeriod(text, end)) {
        label = Plain.lower(name);
      }
      if (label != null) {
        Matcher of = OWNED.matcher(text).region(at, text.length());
        return of.find()
            ? rate(text, from, of.end(1), noun(of.group(1)))
            : rate(text, from, end, label);
      }
      boolean most = words == 0 && MOST.matcher(text).region(at, text.length()).find();
      if (!most && stop) {
        return concurrent(text, from, at, words);
      }
      at = end;
    }
    return null;
  }

  /** {@code 100-200 concurrent} names no thing, and means requests. */
  private static @Nullable Unit concurrent(String text, int from, int at, int words) {
    boolean said = words == 1 && Plain.lower(text.substring(from, at)).strip().equals("concurrent");
    return said ? new Unit("concurrent requests", "", "concurrent", at) : null;
  }

  private static @Nullable String label(String word, boolean first) {
    String symbol = SYMBOLS.get(word);
    if (symbol == null && word.length() > 2) {
      symbol = SYMBOLS.get(Plain.lower(word));
    }
    if (symbol != null && first) {
      return symbol;
    }
    return NOUNS.get(Plain.lower(word));
  }

  private static boolean isPeriod(String text, int at) {
    Matcher per = PER.matcher(text).region(at, text.length());
    return per.find()
        && period(per.group(2)) != null
        && (text.startsWith("/", at) || text.startsWith(" per ", at));
  }

  private static String symbol(String word) {
    return Objects.requireNonNull(SYMBOLS.get(word));
  }

  private static String noun(String word) {
    return Objects.requireNonNull(NOUNS.get(Plain.lower(word)));
  }

  private static @Nullable String period(String word) {
    return PERIODS.get(Plain.lower(word));
  }

  private static Unit rate(String text, int from, int end, String label) {
    String rate = label;
    String per = "";
    int at = end;
    for (int turns = 0; turns < 2; turns++) {
      Matcher matcher = PER.matcher(text).region(at, text.length());
      if (!matcher.find()) {
        break;
      }
      String period = period(matcher.group(2));
      if (period != null && !rate.contains("/")) {
        String count = matcher.group(1);
        rate += "/" + (count == null || count.equals("1") ? period : count + " " + period + "s");
      } else if (period == null && matcher.group(1) == null) {
        per = Plain.lower(matcher.group(2)).replaceFirst("s$", "");
        if (per.equals("api") && text.startsWith(" key", matcher.end())) {
          return new Unit(
              perSecond(rate), "key", text.substring(from, at).strip(), matcher.end() + 4);
        }
      } else {
        break;
      }
      at = matcher.end();
    }
    return new Unit(perSecond(rate), per, text.substring(from, at).strip(), at);
  }

  /** Bytes a second are written {@code kB/s}, everything else {@code requests/second}. */
  private static String perSecond(String rate) {
    return rate.matches("(?:[kMGT]i?B|KiB|[kMG]bit)/second") ? rate.replace("/second", "/s") : rate;
  }
}
