package dev.loadline.advisor.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loadline.advisor.document.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every model, over 200 random ones. */
class PlanPropertiesTest {
  private static final int MODELS = 200;

  static List<RandomModel> models() {
    Random random = new Random(20261121);
    List<RandomModel> models = new ArrayList<>();
    for (int i = 0; i < MODELS; i++) {
      models.add(RandomModel.of(random));
    }
    return models;
  }

  @ParameterizedTest
  @MethodSource("models")
  void twiceTheHoldIsHalfThePool(RandomModel model) {
    double before = pool(model.file());
    double after =
        pool(model.file().with(Map.of("resources.pool.hold", 2 * model.holdMillis() + " ms")));
    assertThat(after).isEqualTo(before / 2, within(before * 1e-9));
  }

  @ParameterizedTest
  @MethodSource("models")
  void moreOfAnythingNeverCarriesLess(RandomModel model) {
    double before = Prospect.of(model.file()).capacity().orThrow();
    for (Map.Entry<String, String> more : model.more().entrySet()) {
      double after =
          Prospect.of(model.file().with(Map.of(more.getKey(), more.getValue())))
              .capacity()
              .orThrow();
      assertThat(after).as(more.toString()).isGreaterThanOrEqualTo(before * (1 - 1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void usersWhoAskTwiceAsOftenAreHalfAsMany(RandomModel model) {
    ModelFile requestsOnly =
        model.file().with(Map.of("resources.sockets.per_instance", "1000000000"));
    double before = users(requestsOnly);
    double after =
        users(
            requestsOnly.with(
                Map.of(
                    "users.profiles.usual.rate", 2 * model.ratePerMinute() + " requests/minute")));
    assertThat(after).isEqualTo(before / 2, within(before * 1e-9));
  }

  @ParameterizedTest
  @MethodSource("models")
  void unitsCancel(RandomModel model) {
    ModelFile inSeconds =
        model
            .file()
            .with(
                Map.of(
                    "resources.pool.hold",
                    String.format(Locale.ROOT, "%.9f s", model.holdMillis() / 1000.0),
                    "users.profiles.usual.rate",
                    model.ratePerMinute() * 60 + " requests/hour"));
    assertThat(users(inSeconds)).isEqualTo(users(model.file()), within(users(model.file()) * 1e-6));
  }

  @ParameterizedTest
  @MethodSource("models")
  void noChangeChangesNothing(RandomModel model) {
    WhatIf whatIf = WhatIf.of(model.file(), Map.of());
    assertThat(whatIf.after()).isEqualTo(whatIf.before());
    assertThat(whatIf.factor().orThrow()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("models")
  void theValueLiesWithinItsEnds(RandomModel model) {
    Prospect prospect =
        Prospect.of(
            model
                .file()
                .with(
                    Map.of(
                        "resources.pool.hold",
                        model.holdMillis() + "-" + 4 * model.holdMillis() + " ms")));
    assertThat(prospect.capacity().orThrow())
        .isBetween(prospect.capacity().lowest(), prospect.capacity().highest());
  }

  private static double pool(ModelFile file) {
    return Outlook.of(file, Picks.middle()).ceiling("pool/pg").orElseThrow().at();
  }

  private static double users(ModelFile file) {
    return Objects.requireNonNull(Prospect.of(file).users().get("usual")).orThrow();
  }
}
