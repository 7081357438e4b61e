package dev.loadline.collector;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.loadline.collector.discovery.Discovery;
import dev.loadline.collector.source.Source;

@AnalyzeClasses(
    packages = "dev.loadline.collector",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule signalSeesTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("..signal..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", "dev.loadline.collector.signal.."));

  @ArchTest
  static final ArchRule catalogueAndExpositionArePure =
      noClasses()
          .that()
          .resideInAnyPackage("..catalogue..", "..exposition..", "..signal..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "io.vertx..",
                  "java.net..",
                  "java.nio.file..",
                  "java.sql..",
                  "java.util.random..",
                  "org.slf4j.."))
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.io\\.(File|Input|Output|Reader|Writer).*"
                  + "|java\\.util\\.concurrent\\.(?!ConcurrentHashMap).*"
                  + "|java\\.time\\.(Clock|InstantSource)"
                  + "|java\\.util\\.Random");

  @ArchTest
  static final ArchRule noPackageCycles =
      slices().matching("dev.loadline.collector.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule discoveriesAreFinalAndNamedAfterWhatTheyDo =
      classes()
          .that()
          .implement(Discovery.class)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould()
          .haveSimpleNameEndingWith("Discovery");

  @ArchTest
  static final ArchRule sourcesAreFinalAndNamedAfterWhatTheyRead =
      classes()
          .that()
          .implement(Source.class)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .andShould()
          .haveSimpleNameEndingWith("Source");

  @ArchTest
  static final ArchRule onlyStoreAndSourcesSpeakSql =
      noClasses()
          .that()
          .resideOutsideOfPackages("..store..", "..source..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.sqlite.."));

  @ArchTest
  static final ArchRule jsonStaysInTheApi =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "..api..", "..discovery..", "..ingest..", "..prometheus..", "..store..", "..source..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("io.vertx.core.json..", "com.fasterxml.."));
}
