package dev.loadline.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConversationsTest {

  private final RequestMeter meter = new RequestMeter(0, new AtomicInteger(10));
  private final Conversations open = new Conversations(64, 8);
  private final Object connection = new Object();

  private void ask(Object of, String name, long now) {
    open.ask(of, meter, name, null, now, 1);
  }

  private String answer(Object of) {
    int question = open.answered(of);
    if (question < 0) {
      return "none";
    }
    String name = open.name(question);
    open.done(question);
    return name == null ? "?" : name;
  }

  @Test
  void answersAreThoseOfTheQuestionsInTheirOrder() {
    Object other = new Object();
    ask(connection, "GET", 10);
    ask(other, "INCR", 20);
    ask(connection, "SET", 30);
    assertThat(meter.occupancy(40).inUse()).isEqualTo(3);
    assertThat(answer(connection)).isEqualTo("GET");
    ask(connection, "DEL", 50);
    assertThat(answer(connection)).isEqualTo("SET");
    assertThat(answer(other)).isEqualTo("INCR");
    assertThat(answer(connection)).isEqualTo("DEL");
    assertThat(answer(connection)).as("unasked").isEqualTo("none");
    assertThat(open.untracked()).isZero();
  }

  @Test
  void whatFindsNoPlaceIsCountedAndTakesNoAnswerOfAnother() {
    for (int i = 0; i < 10; i++) {
      ask(connection, "SET" + i, i);
    }
    assertThat(open.untracked()).isEqualTo(2);
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      answers.add(answer(connection));
    }
    assertThat(answers).startsWith("SET0", "SET1").endsWith("SET7", "none", "none");
    ask(connection, "GET", 20);
    assertThat(answer(connection)).isEqualTo("GET");
  }

  @Test
  void hangingUpEndsWhatIsOpenWithoutAnAnswer() {
    ask(connection, "GET", 10);
    ask(connection, "SET", 10);
    open.hangUp(connection, 20, 1);
    assertThat(meter.occupancy(30).inUse()).isZero();
    assertThat(meter.durations().count()).isZero();
    assertThat(answer(connection)).isEqualTo("none");
  }

  @Test
  void whatIsOpenForTooLongIsForgotten() {
    ask(connection, "GET", 10);
    open.forget(100, 91);
    assertThat(meter.occupancy(100).inUse()).isEqualTo(1);
    open.forget(101, 91);
    assertThat(meter.occupancy(101).inUse()).isZero();
  }

  @Test
  void aMarkIsOfTheAnswerToComeAndGoesWithIt() {
    open.mark(connection, 200);
    assertThat(open.mark(connection)).as("nothing asked").isZero();
    ask(connection, "GET", 10);
    ask(connection, "SET", 20);
    open.mark(connection, 204);
    assertThat(open.mark(connection)).isEqualTo(204);
    assertThat(answer(connection)).isEqualTo("GET");
    assertThat(open.mark(connection)).isZero();
    open.mark(connection, 500);
    open.hangUp(connection, 30, 1);
    ask(connection, "DEL", 40);
    assertThat(open.mark(connection)).isZero();
  }
}
