package dev.loadline.advisor.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.loadline.advisor.capacity.Status;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  @TempDir Path directory;

  private static Notice notice(String title, boolean firing) {
    return new Notice(
        "orders",
        Status.OK,
        Status.TIGHT,
        Instant.parse("2027-01-04T10:00:00Z"),
        firing,
        title,
        List.of("1 - 86 / 100 = 0.14"),
        Map.of("service", "orders"),
        URI.create("http://127.0.0.1:8686/"));
  }

  /** A channel that answers as it was told and remembers what it was handed. */
  private static final class Paper implements Notifier {
    final List<String> seen = new CopyOnWriteArrayList<>();
    private final Deque<Delivery> answers;
    private final boolean forgets;

    Paper(boolean forgets, Delivery... answers) {
      this.forgets = forgets;
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public String name() {
      return "paper";
    }

    @Override
    public Delivery deliver(Notice notice) {
      seen.add(notice.title());
      Delivery answer = answers.poll();
      return answer == null ? Delivery.delivered() : answer;
    }

    @Override
    public boolean forgets() {
      return forgets;
    }
  }

  @Test
  void deliversInOrderAndOnce() {
    Paper paper = new Paper(false);
    try (Outbox outbox = Outbox.open(List.of(paper), directory)) {
      outbox.accept(notice("a", true));
      outbox.accept(notice("b", false));
      await().until(() -> outbox.waiting() == 0);
      assertThat(paper.seen).containsExactly("a", "b");
    }
  }

  @Test
  void triesAgainWhereTheChannelIsBusy() {
    Paper paper = new Paper(false, Delivery.retry(Duration.ofMillis(5), "busy"));
    try (Outbox outbox = Outbox.open(List.of(paper), directory)) {
      outbox.accept(notice("a", true));
      await().until(() -> outbox.waiting() == 0);
      assertThat(paper.seen).containsExactly("a", "a");
    }
  }

  @Test
  void givesUpWhereTryingIsUseless() {
    Paper paper = new Paper(false, Delivery.failed("no such channel"));
    try (Outbox outbox = Outbox.open(List.of(paper), directory)) {
      outbox.accept(notice("a", true));
      await().until(() -> outbox.waiting() == 0);
      assertThat(paper.seen).containsExactly("a");
    }
  }

  @Test
  void whatWasNotDeliveredIsDeliveredAfterARestart() {
    Paper busy = new Paper(false, Delivery.retry(Duration.ofHours(1), "busy"));
    try (Outbox outbox = Outbox.open(List.of(busy), directory)) {
      outbox.accept(notice("a", true));
      await().until(() -> !busy.seen.isEmpty());
    }
    Paper open = new Paper(false);
    try (Outbox outbox = Outbox.open(List.of(open), directory)) {
      await().until(() -> outbox.waiting() == 0);
      assertThat(open.seen).containsExactly("a");
    }
  }

  @Test
  void twoChannelsOfOneKindHaveAQueueEach() {
    Paper first = new Paper(false, Delivery.retry(Duration.ofHours(1), "busy"));
    Paper second = new Paper(false);
    try (Outbox outbox = Outbox.open(List.of(first, second), directory)) {
      outbox.accept(notice("a", true));
      await().until(() -> outbox.waiting() == 1 && !first.seen.isEmpty());
    }
    assertThat(directory).isDirectoryContaining("glob:**/outbox-paper.json");
    assertThat(directory).isDirectoryContaining("glob:**/outbox-paper-2.json");
  }

  @Test
  void channelsThatForgetAreReminded() {
    Paper paper = new Paper(true);
    try (Outbox outbox = Outbox.open(List.of(paper), directory, Duration.ofMillis(10))) {
      outbox.accept(notice("a", true));
      await().until(() -> paper.seen.size() >= 3);
      outbox.accept(notice("well", false));
      await().until(() -> paper.seen.contains("well"));
      int seen = paper.seen.lastIndexOf("well");
      assertThat(paper.seen.subList(seen, paper.seen.size())).containsOnly("well");
    }
  }
}
