package dev.loadline.advisor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.loadline.advisor.notify.Notifier;
import dev.loadline.advisor.notify.NotifierFactory;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(
    packages = "dev.loadline.advisor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] PURE = {
    "dev.loadline.advisor.capacity..",
    "dev.loadline.advisor.check..",
    "dev.loadline.advisor.document..",
    "dev.loadline.advisor.forecast..",
    "dev.loadline.advisor.ledger..",
    "dev.loadline.advisor.plan.."
  };

  @ArchTest
  static final ArchRule signalsAreAllThatIsSeenOfTheCollector =
      noClasses()
          .that()
          .resideInAPackage("dev.loadline.advisor..")
          .and()
          .doNotHaveFullyQualifiedName("dev.loadline.advisor.cli.LoadlineSettings")
          .and()
          .haveNameNotMatching("dev\\.loadline\\.advisor\\.cli\\.Wiring(\\$.*)?")
          .should()
          .dependOnClassesThat(
              com.tngtech.archunit.base.DescribedPredicate.describe(
                  "belong to the collector beyond its vocabulary and its YAML",
                  type ->
                      type.getPackageName().startsWith("dev.loadline.collector")
                          && !type.getPackageName().equals("dev.loadline.collector.signal")
                          && !type.getPackageName().equals("dev.loadline.collector.yaml")));

  @ArchTest
  static final ArchRule pureCodeSeesNoOutside =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.vertx..",
              "io.micrometer..",
              "com.fasterxml..",
              "java.io..",
              "java.nio..",
              "java.net..",
              "java.sql..",
              "org.slf4j..");

  @ArchTest
  static final ArchRule pureCodeHasNoClock =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule channelsDecideNothing =
      noClasses()
          .that()
          .resideInAPackage("dev.loadline.advisor.notify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.loadline.advisor.headroom..",
              "dev.loadline.advisor.document..",
              "dev.loadline.advisor.forecast..",
              "dev.loadline.advisor.api..",
              "dev.loadline.advisor.cli..");

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("dev.loadline.advisor.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule jsonStaysAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.loadline.advisor.api..",
              "dev.loadline.advisor.notify..",
              "dev.loadline.advisor.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..", "io.vertx.core.json..");

  @ArchTest
  static final ArchRule channelsAreFinalAndNamedAfterTheirInterface =
      classes()
          .that()
          .implement(Notifier.class)
          .and()
          .areNotAnonymousClasses()
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
          .andShould()
          .haveSimpleNameEndingWith("Notifier")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule factoriesAreFinalAndNamedAfterTheirInterface =
      classes()
          .that()
          .implement(NotifierFactory.class)
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
          .andShould()
          .haveSimpleNameEndingWith("NotifierFactory")
          .allowEmptyShould(true);
}
