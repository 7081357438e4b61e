package dev.loadline.agent.probe;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectsTest {

  private final Caches caches =
      new Caches(new ProbeState("lib"), new SubjectTraits("cache", "", "", "", ""));
  private final List<Object> inUse = new ArrayList<>();

  @Test
  void beyondSixtyFourTheyCountAsOne() {
    use(64);
    Object one = new Object();
    Object two = new Object();
    assertThat(caches.meterOf(one, 0)).isSameAs(caches.meterOf(two, 0)).isSameAs(caches.other(0));
    assertThat(names()).hasSize(65).contains("lib-1", "lib-64", "other");
  }

  @Test
  void sixtyFourNamesGoRound() {
    use(62);
    inUse.subList(0, 60).clear();
    letGo(2);
    use(5);
    assertThat(names())
        .containsExactlyInAnyOrder(
            "lib-61", "lib-62", "lib-63", "lib-64", "lib-1", "lib-2", "lib-3");
  }

  @Test
  void aNameThatIsStillInUseIsPassedOver() {
    use(64);
    inUse.subList(1, 64).clear();
    letGo(1);
    use(1);
    assertThat(names()).containsExactlyInAnyOrder("lib-1", "lib-2");
  }

  @Test
  void thereIsRoomAgainOnceSomeAreNoMore() {
    use(64);
    caches.meterOf(new Object(), 0);
    inUse.subList(0, 10).clear();
    letGo(54);
    use(10);
    assertThat(caches.meterOf(inUse.get(63), 0)).isNotSameAs(caches.other(0));
  }

  private void use(int many) {
    for (int i = 0; i < many; i++) {
      Object cache = new Object();
      inUse.add(cache);
      caches.meterOf(cache, 0);
    }
  }

  private void letGo(int left) {
    await()
        .until(
            () -> {
              System.gc();
              caches.tidy(0);
              return names().stream().filter(name -> !name.equals("other")).count() == left;
            });
  }

  private List<String> names() {
    return caches.all().stream().map(WatchedSubject::name).collect(toList());
  }
}
