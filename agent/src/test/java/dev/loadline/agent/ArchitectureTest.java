package dev.loadline.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.loadline.agent.probe.Probe;

@AnalyzeClasses(packages = "dev.loadline.agent", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule theSeamKnowsTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("..agent.boot..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "dev.loadline.agent.boot..", "org.jspecify..");

  @ArchTest
  static final ArchRule onlyTheEngineSeesByteBuddy =
      noClasses()
          .that()
          .resideOutsideOfPackage("..agent.probe")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("net.bytebuddy..");

  @ArchTest
  static final ArchRule noProbeSeesAnother =
      classes().that().resideInAPackage("..agent.probes").should(SeeNoOther.INSTANCE);

  @ArchTest
  static final ArchRule theStartTouchesNothingHeavy =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.loadline.agent", "..agent.boot..", "..agent.probe", "..agent.config")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.util.logging..",
              "java.nio.file..",
              "javax.management..",
              "java.lang.management..");

  @ArchTest
  static final ArchRule metersHaveNoClockNoInputAndNoChance =
      noClasses()
          .that()
          .resideInAPackage("..agent.meter..")
          .should()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.time..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameContaining("ReentrantLock");

  @ArchTest
  static final ArchRule everyProbeIsFinalAndNamedSo =
      classes()
          .that()
          .implement(Probe.class)
          .should()
          .haveSimpleNameEndingWith("Probe")
          .andShould(BeFinal.INSTANCE);

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("dev.loadline.agent.(*)..").should().beFreeOfCycles();

  private static final class BeFinal extends ArchCondition<JavaClass> {

    static final BeFinal INSTANCE = new BeFinal();

    private BeFinal() {
      super("be final");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean isFinal = type.getModifiers().contains(JavaModifier.FINAL);
      events.add(new SimpleConditionEvent(type, isFinal, type.getName() + " is final: " + isFinal));
    }
  }

  private static final class SeeNoOther extends ArchCondition<JavaClass> {

    static final SeeNoOther INSTANCE = new SeeNoOther();

    private SeeNoOther() {
      super("see no other probe");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean alone =
          type.getDirectDependenciesFromSelf().stream()
              .map(dependency -> dependency.getTargetClass())
              .filter(seen -> seen.getPackageName().equals(type.getPackageName()))
              .filter(seen -> seen.isAssignableTo(Probe.class))
              .allMatch(seen -> file(seen).equals(file(type)));
      events.add(new SimpleConditionEvent(type, alone, type.getName() + " alone: " + alone));
    }

    private static String file(JavaClass type) {
      return type.getName().replaceAll("\\$.*", "");
    }
  }
}
