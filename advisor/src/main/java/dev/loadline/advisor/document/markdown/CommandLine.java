package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Fact.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads commands: servers with their workers ({@code uvicorn --workers 4}, {@code gunicorn -w 4}),
 * {@code --scale backend=4}, and load tests with what they were aimed at.
 */
final class CommandLine {
  private static final Pattern SERVER =
      Pattern.compile(
          "\\b(uvicorn|gunicorn|hypercorn|granian|waitress-serve|puma|celery|uwsgi)\\b");
  private static final Pattern WORKERS = Pattern.compile("(?:--workers|--processes|-w)[ =](\\d+)");
  private static final Pattern THREADS = Pattern.compile("--threads[ =](\\d+)");
  private static final Pattern CONCURRENCY = Pattern.compile("(?:--concurrency|-c)[ =](\\d+)");
  private static final Pattern PREFETCH =
      Pattern.compile("(?:--prefetch-multiplier|--prefetch)[ =](\\d+)");
  private static final Pattern SCALE =
      Pattern.compile("(?:--scale \\w[\\w-]*=|--replicas[ =])(\\d+)");
  private static final Pattern TEST =
      Pattern.compile(
          "(?:^|[\\s$>&|;])(ab|hey|wrk2?|k6|locust|vegeta|siege|bombardier|oha|artillery|autocannon|jmeter|pgbench)\\s+(?=.*\\d)");
  private static final Pattern URL = Pattern.compile("https?://[^/\\s\"'?]+(/[^\\s\"'?]*)?");
  private static final Pattern AT_ONCE =
      Pattern.compile("(?:--users|--vus|--connections|--concurrency|-c|-u)[ =]?(\\d+)");

  private CommandLine() {}

  static boolean read(ListingReader.Code at, Findings findings) {
    boolean test = loadTest(at, findings);
    boolean server = !test && server(at, findings);
    boolean scaled = one(SCALE, "instances", "instances", at, findings);
    return test || server || scaled;
  }

  private static boolean server(ListingReader.Code at, Findings findings) {
    Matcher server = SERVER.matcher(at.code());
    if (!server.find()) {
      return false;
    }
    boolean celery = server.group(1).equals("celery");
    boolean any =
        celery
            ? one(CONCURRENCY, "celery.concurrency", "processes", at, findings)
            : one(WORKERS, "workers", "workers", at, findings);
    any |= one(THREADS, "threads", "threads", at, findings);
    boolean prefetch = celery && one(PREFETCH, "celery.prefetch", "tasks", at, findings);
    return any || prefetch;
  }

  private static boolean one(
      Pattern pattern, String quantity, String unit, ListingReader.Code at, Findings findings) {
    Matcher matcher = pattern.matcher(at.code());
    if (!matcher.find()) {
      return false;
    }
    double value = Double.parseDouble(matcher.group(1));
    findings.figure(Name.setting(quantity, unit), Figure.of(value, unit), at.spot());
    return true;
  }

  private static boolean loadTest(ListingReader.Code at, Findings findings) {
    Matcher test = TEST.matcher(at.code());
    if (!test.find()) {
      return false;
    }
    String tool = test.group(1);
    Matcher url = URL.matcher(at.code());
    String endpoint = !url.find() ? "" : url.group(1) == null ? "/" : url.group(1);
    String against = endpoint.isEmpty() ? "no endpoint is named" : "against " + endpoint;
    Matcher users = AT_ONCE.matcher(at.code());
    boolean counted = users.find();
    String words = tool + ", " + against + (counted ? ", " + users.group(1) + " at once" : "");
    findings.words("loadtest." + tool, words, Kind.EVIDENCE, at.spot(), "");
    if (counted) {
      double value = Double.parseDouble(users.group(1));
      Name name = new Name("loadtest." + tool + ".concurrency", "", Name.Role.ASSUMPTION, "");
      findings.figure(name, Figure.of(value, "users"), at.spot());
    }
    return true;
  }
}
