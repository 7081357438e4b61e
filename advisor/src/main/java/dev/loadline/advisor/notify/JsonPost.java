package dev.loadline.advisor.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One POST of JSON that always comes to an end: no redirects, one time limit over everything, and
 * of the answer's body only the first 4 KiB. Its reasons never contain the address, because for
 * some channels the address is the secret.
 */
final class JsonPost {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int KEPT = 4096;
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  /** The answer, cut short. */
  record Answer(int status, Duration retryAfter, String body) {
    /** Whether the other side failed or is busy, so that the same may succeed later. */
    boolean passing() {
      return status == 429 || status >= 500;
    }
  }

  private final HttpClient client;
  private final Duration limit;

  JsonPost(Duration limit) {
    this.limit = limit;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limit)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /**
   * Sends a message of maps, lists and text, and lets {@code judge} say what an answer means; no
   * answer is a retry.
   */
  Delivery send(URI address, Object message, Function<Answer, Delivery> judge) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(limit)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "loadline")
            .POST(BodyPublishers.ofByteArray(json(message)))
            .build();
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, head -> new FirstBytes());
    try {
      return judge.apply(answerOf(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS)));
    } catch (TimeoutException e) {
      return tooLate();
    } catch (ExecutionException e) {
      return unanswered(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Delivery.retry(Duration.ZERO, "interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  private static byte[] json(Object message) {
    try {
      return JSON.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON form", e);
    }
  }

  private Delivery unanswered(@Nullable Throwable cause) {
    if (cause instanceof ConnectException) {
      return Delivery.retry(Duration.ZERO, "cannot be connected to");
    }
    return cause instanceof HttpTimeoutException
        ? tooLate()
        : Delivery.retry(Duration.ZERO, "the connection broke");
  }

  private Delivery tooLate() {
    return Delivery.retry(Duration.ZERO, "no answer within " + limit.toMillis() + " ms");
  }

  private static Answer answerOf(HttpResponse<String> response) {
    Duration wait =
        response.headers().firstValue("Retry-After").map(JsonPost::seconds).orElse(Duration.ZERO);
    return new Answer(response.statusCode(), wait, response.body());
  }

  /** Whole seconds, at most an hour; zero for the other form, a date. */
  private static Duration seconds(String text) {
    if (!text.matches("\\d{1,9}")) {
      return Duration.ZERO;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(text));
    return asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
  }

  /** Keeps the start of a body and hangs up on the rest. */
  private static final class FirstBytes implements BodySubscriber<String> {
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Flow.@Nullable Subscription subscription;

    @Override
    public CompletionStage<String> getBody() {
      return text;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        byte[] part = new byte[Math.min(buffer.remaining(), KEPT - kept.size())];
        buffer.get(part);
        kept.writeBytes(part);
      }
      if (kept.size() == KEPT && subscription != null) {
        subscription.cancel();
        onComplete();
      }
    }

    @Override
    public void onError(Throwable failure) {
      text.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
      text.complete(kept.toString(StandardCharsets.UTF_8));
    }
  }
}
