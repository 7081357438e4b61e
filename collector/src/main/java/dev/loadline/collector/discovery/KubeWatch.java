package dev.loadline.collector.discovery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.parsetools.RecordParser;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Objects of one kind under one path of the API: listed, then watched from the version of the list
 * on, and listed again where the server no longer knows that version.
 */
final class KubeWatch implements AutoCloseable {
  private static final int PAGE = 500;
  private static final int WATCH_SECONDS = 300;
  private static final long LIST_SILENCE_MILLIS = 30_000;
  private static final long WATCH_SILENCE_MILLIS = (WATCH_SECONDS + 30) * 1_000L;
  private static final long PAUSE_MILLIS = 200;
  private static final long LONGEST_WAIT_MILLIS = 60_000;
  private static final int MAX_OBJECT_BYTES = 16 * 1024 * 1024;
  private static final int MAX_OBJECTS = 100_000;

  private final Vertx vertx;
  private final KubeClient client;
  private final KubeKind kind;
  private final String path;
  private final Runnable changed;
  private Map<String, JsonObject> objects = new HashMap<>();
  private String version = "";
  private String reason = "";
  private boolean listed;
  private boolean closed;
  private int failures;
  private long timer = -1;

  KubeWatch(Vertx vertx, KubeClient client, KubeKind kind, String path, Runnable changed) {
    this.vertx = vertx;
    this.client = client;
    this.kind = kind;
    this.path = path;
    this.changed = changed;
  }

  void start() {
    next();
  }

  KubeKind kind() {
    return kind;
  }

  synchronized List<JsonObject> objects() {
    return List.copyOf(objects.values());
  }

  synchronized boolean listed() {
    return listed;
  }

  /** Whether the server has said something, be it that it refuses. */
  synchronized boolean answered() {
    return listed || !reason.isEmpty();
  }

  synchronized String reason() {
    return reason;
  }

  @Override
  public synchronized void close() {
    closed = true;
    vertx.cancelTimer(timer);
  }

  private synchronized void next() {
    if (!closed) {
      Future<Void> round = version.isEmpty() ? list(new HashMap<>(), "") : watch();
      round.onSuccess(unused -> in(pause())).onFailure(this::failed);
    }
  }

  /** What is not installed is asked for once a minute, what is watched again and again. */
  private synchronized long pause() {
    return version.isEmpty() ? LONGEST_WAIT_MILLIS : PAUSE_MILLIS;
  }

  private synchronized void in(long millis) {
    if (!closed) {
      timer = vertx.setTimer(millis, unused -> next());
    }
  }

  private void failed(Throwable cause) {
    long wait;
    synchronized (this) {
      reason = path + ": " + cause.getMessage();
      wait = Math.min(LONGEST_WAIT_MILLIS, 500L << Math.min(failures++, 10));
      version = cause instanceof ExpiredException ? "" : version;
    }
    changed.run();
    in(wait);
  }

  private Future<Void> list(Map<String, JsonObject> known, String more) {
    String query = "?limit=" + PAGE + (more.isEmpty() ? "" : "&continue=" + encode(more));
    return client
        .get(path + query, LIST_SILENCE_MILLIS)
        .compose(this::page)
        .compose(
            page -> {
              JsonArray items = page.getJsonArray("items", new JsonArray());
              items.forEach(item -> put(known, (JsonObject) item));
              JsonObject metadata = page.getJsonObject("metadata", new JsonObject());
              String rest = metadata.getString("continue", "");
              if (!rest.isEmpty()) {
                return list(known, rest);
              }
              replace(known, metadata.getString("resourceVersion", ""));
              return Future.succeededFuture();
            });
  }

  /** A kind that is not installed has no objects. */
  private Future<JsonObject> page(HttpClientResponse response) {
    if (response.statusCode() == 404 && kind.optional()) {
      return response.body().map(new JsonObject());
    }
    return response.body().compose(body -> check(response).map(unused -> body.toJsonObject()));
  }

  private Future<Void> check(HttpClientResponse response) {
    return switch (response.statusCode()) {
      case 200 -> Future.succeededFuture();
      case 410 -> Future.failedFuture(new ExpiredException());
      case 401, 403 ->
          Future.failedFuture(
              "answered %d; grant get, list and watch".formatted(response.statusCode()));
      default -> Future.failedFuture("answered " + response.statusCode());
    };
  }

  private void replace(Map<String, JsonObject> all, String now) {
    synchronized (this) {
      objects = all;
      version = now;
      listed = true;
      failures = 0;
      reason = "";
    }
    changed.run();
  }

  private Future<Void> watch() {
    String query =
        "?watch=true&allowWatchBookmarks=true&timeoutSeconds=%d&resourceVersion=%s"
            .formatted(WATCH_SECONDS, encode(version));
    return client
        .get(path + query, WATCH_SILENCE_MILLIS)
        .compose(response -> check(response).compose(unused -> follow(response)));
  }

  private Future<Void> follow(HttpClientResponse response) {
    well();
    Promise<Void> ended = Promise.promise();
    RecordParser lines = RecordParser.newDelimited("\n", response).maxRecordSize(MAX_OBJECT_BYTES);
    lines.exceptionHandler(ended::tryFail);
    lines.endHandler(unused -> ended.tryComplete());
    lines.handler(
        line -> {
          try {
            take(line);
          } catch (ExpiredException | RuntimeException e) {
            ended.tryFail(e);
            response.request().connection().close();
          }
        });
    return ended.future();
  }

  private void well() {
    boolean better;
    synchronized (this) {
      better = !reason.isEmpty();
      failures = 0;
      reason = "";
    }
    if (better) {
      changed.run();
    }
  }

  private void take(Buffer line) throws ExpiredException {
    JsonObject event = line.toJsonObject();
    JsonObject object = event.getJsonObject("object");
    String type = event.getString("type");
    if ("ERROR".equals(type)) {
      throw new ExpiredException();
    }
    synchronized (this) {
      version = metadata(object).getString("resourceVersion", version);
      if ("DELETED".equals(type)) {
        objects.remove(key(object));
      } else if (!"BOOKMARK".equals(type)) {
        put(objects, object);
      }
    }
    changed.run();
  }

  private static void put(Map<String, JsonObject> all, JsonObject object) {
    metadata(object).remove("managedFields");
    all.put(key(object), object);
    if (all.size() > MAX_OBJECTS) {
      throw new IllegalStateException("more than " + MAX_OBJECTS + " objects; name namespaces");
    }
  }

  private static String key(JsonObject object) {
    JsonObject metadata = metadata(object);
    return metadata.getString("namespace", "") + "/" + metadata.getString("name", "");
  }

  private static JsonObject metadata(JsonObject object) {
    return object.getJsonObject("metadata", new JsonObject());
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The server no longer knows the version from which it was asked. */
  private static final class ExpiredException extends Exception {
    ExpiredException() {
      super("the version expired; it is listed again");
    }
  }
}
