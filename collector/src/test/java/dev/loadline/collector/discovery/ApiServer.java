package dev.loadline.collector.discovery;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lists and watches as the API of Kubernetes gives them, with pages, bookmarks and expiry. */
final class ApiServer {
  private final int port;
  private final Map<String, Map<String, JsonObject>> objects = new ConcurrentHashMap<>();
  private final Map<String, List<HttpServerResponse>> watches = new ConcurrentHashMap<>();
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private final Set<String> methods = ConcurrentHashMap.newKeySet();
  private volatile String token = "first";
  private int version = 100;
  private int oldest;

  ApiServer(Vertx vertx) {
    this.port =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .await()
            .actualPort();
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** Method and address of all that was asked. */
  List<String> questions() {
    return questions;
  }

  Set<String> methods() {
    return methods;
  }

  void token(String now) {
    token = now;
  }

  /** Answers a path with a status instead of a list. */
  void refuse(String path, int status) {
    refusals.put(path, status);
  }

  void allow(String path) {
    refusals.remove(path);
  }

  boolean isWatched(String path) {
    return !watches(path).isEmpty();
  }

  synchronized void put(String path, String yamlAsJson) {
    JsonObject object = new JsonObject(yamlAsJson);
    String name = object.getJsonObject("metadata").getString("name");
    object.getJsonObject("metadata").put("resourceVersion", String.valueOf(++version));
    boolean known = objects(path).put(name, object) != null;
    send(path, known ? "MODIFIED" : "ADDED", object);
  }

  synchronized void delete(String path, String name) {
    JsonObject object = Objects.requireNonNull(objects(path).remove(name), name);
    version++;
    send(path, "DELETED", object);
  }

  /** Changes without telling the watches, and forgets all versions up to now. */
  synchronized void loseHistory(String path, String goneName) {
    objects(path).remove(goneName);
    oldest = ++version;
    JsonObject status = new JsonObject().put("kind", "Status").put("code", 410);
    watches(path).forEach(each -> each.end(line("ERROR", status)));
    watches(path).clear();
  }

  synchronized void bookmark(String path) {
    JsonObject metadata = new JsonObject().put("resourceVersion", String.valueOf(++version));
    send(path, "BOOKMARK", new JsonObject().put("metadata", metadata));
  }

  /** Ends all watches after what was sent. */
  synchronized void end(String path) {
    watches(path).forEach(HttpServerResponse::end);
    watches(path).clear();
  }

  /** Ends all watches in the middle. */
  synchronized void hangUp(String path) {
    watches(path).forEach(HttpServerResponse::reset);
    watches(path).clear();
  }

  private synchronized void answer(HttpServerRequest request) {
    methods.add(request.method().name());
    questions.add(request.uri());
    String path = request.path();
    if (!("Bearer " + token).equals(request.getHeader("authorization"))) {
      request.response().setStatusCode(401).end("{}");
    } else if (refusals.containsKey(path)) {
      request.response().setStatusCode(refusals.get(path)).end("{}");
    } else if ("true".equals(request.getParam("watch"))) {
      watch(path, Integer.parseInt(request.getParam("resourceVersion")), request.response());
    } else {
      list(path, request.getParam("continue"), request.response());
    }
  }

  private void watch(String path, int from, HttpServerResponse response) {
    if (from < oldest) {
      response.setStatusCode(410).end("{}");
      return;
    }
    response.setChunked(true).writeHead();
    watches(path).add(response);
  }

  /** One object a page. */
  private void list(String path, String from, HttpServerResponse response) {
    int index = from == null ? 0 : Integer.parseInt(from);
    List<JsonObject> all = List.copyOf(objects(path).values());
    JsonObject metadata = new JsonObject().put("resourceVersion", String.valueOf(version));
    if (index + 1 < all.size()) {
      metadata.put("continue", String.valueOf(index + 1));
    }
    JsonArray items = new JsonArray();
    all.stream().skip(index).limit(1).forEach(items::add);
    response.end(new JsonObject().put("metadata", metadata).put("items", items).toBuffer());
  }

  private void send(String path, String type, JsonObject object) {
    watches(path).forEach(each -> each.write(line(type, object)));
  }

  private static Buffer line(String type, JsonObject object) {
    return new JsonObject().put("type", type).put("object", object).toBuffer().appendString("\n");
  }

  private Map<String, JsonObject> objects(String path) {
    return objects.computeIfAbsent(path, unused -> new ConcurrentHashMap<>());
  }

  private List<HttpServerResponse> watches(String path) {
    return watches.computeIfAbsent(path, unused -> new CopyOnWriteArrayList<>());
  }
}
