package io.github.handshakecost;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Which package may know which: imports point one way, from measuring to results to reports. */
final class ArchitectureTest {
  private static final String OURS = "io.github.handshakecost.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.handshakecost");

  @Test
  void modelAndEnvironmentDependOnNothingOfOurs() {
    knowsOfOursOnly("model", "model");
    knowsOfOursOnly("environment", "environment");
  }

  @Test
  void modelDependsOnNoLibrary() {
    noClasses()
        .that()
        .resideInAPackage(OURS + "model..")
        .should()
        .dependOnClassesThat(resideOutsideOfPackages("java..", "org.jspecify..", OURS + "model.."))
        .check(CLASSES);
  }

  @Test
  void resultsDependOnTheModelOnly() {
    knowsOfOursOnly("result", "model", "result");
  }

  @Test
  void statisticsDependOnResultsOnly() {
    knowsOfOursOnly("stats", "model", "result", "stats");
  }

  @Test
  void reportsDependOnStatisticsAndResultsOnly() {
    knowsOfOursOnly("report", "model", "result", "stats", "report");
  }

  @Test
  void clientsDependOnTheModelOnly() {
    knowsOfOursOnly("client", "client", "model");
  }

  @Test
  void measuringPackagesKnowNoReportAndNoCommand() {
    knowsOfOursOnly("axis", "axis", "client", "model", "fixture");
    knowsOfOursOnly(
        "trial", "trial", "axis", "client", "model", "fixture", "result", "environment");
    knowsOfOursOnly("bench", "bench", "trial", "axis", "client", "model", "result");
    knowsOfOursOnly(
        "run",
        "run",
        "bench",
        "trial",
        "axis",
        "client",
        "model",
        "stats",
        "result",
        "environment",
        "fixture");
    knowsOfOursOnly(
        "selftest",
        "selftest",
        "run",
        "trial",
        "axis",
        "client",
        "model",
        "stats",
        "result",
        "environment");
  }

  @Test
  void habitsKnowNothingOfMeasuring() {
    knowsOfOursOnly("habit", "habit", "environment", "fixture");
  }

  @Test
  void picturesKnowNoSection() {
    knowsOfOursOnly("report.chart", "report.chart", "model", "result", "stats");
  }

  @Test
  void fixtureDependsOnNothingElse() {
    knowsOfOursOnly("fixture", "fixture");
  }

  @Test
  void reportsAndStatisticsReadSavedFilesOnly() {
    noClasses()
        .that()
        .resideInAnyPackage(OURS + "report..", OURS + "stats..", OURS + "result..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.openjdk.jmh..", "io.netty..", OURS + "fixture..")
        .check(CLASSES);
  }

  @Test
  void jmhIsKnownWhereItIsDrivenOnly() {
    onlyIn("org.openjdk.jmh..", "bench", "run", "cli");
  }

  @Test
  void httpClientsAreKnownToAdaptersAndHabitsOnly() {
    onlyIn("org.apache.hc..", "client", "habit");
    onlyIn("okhttp3..", "client", "habit");
  }

  @Test
  void nettyIsKnownToTheFixtureOnly() {
    onlyIn("io.netty..", "fixture");
  }

  @Test
  void commandLineParserIsKnownToTheCommandLineOnly() {
    onlyIn("picocli..", "cli");
  }

  @Test
  void nobodyDependsOnTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(OURS + "cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(OURS + "cli..")
        .check(CLASSES);
  }

  @Test
  void programEndsInOnePlaceOnly() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(OURS + "cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .check(CLASSES);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(OURS + "cli.Main")
        .and()
        .doNotHaveFullyQualifiedName(OURS + "trial.Trial")
        .should()
        .callMethod(Runtime.class, "halt", int.class)
        .because("only a fork that stands still ends elsewhere")
        .check(CLASSES);
  }

  @Test
  void internalsOfHttpClientAreKnownToOneClassOnly() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.client\\.ApacheClient(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(
            "org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator")
        .check(CLASSES);
  }

  /** Of {@code Math}'s own another machine may give another last digit (its specification says). */
  @Test
  void reportsTakeLogarithmsAndPowersThatAreTheSameEverywhere() {
    noClasses()
        .that()
        .resideInAPackage(OURS + "report..")
        .should()
        .callMethod(Math.class, "log", double.class)
        .orShould()
        .callMethod(Math.class, "log10", double.class)
        .orShould()
        .callMethod(Math.class, "exp", double.class)
        .orShould()
        .callMethod(Math.class, "pow", double.class, double.class)
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching(OURS + "(**)").should().beFreeOfCycles().check(CLASSES);
  }

  private static void knowsOfOursOnly(String name, String... known) {
    noClasses()
        .that()
        .resideInAPackage(OURS + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.github.handshakecost..")
                .and(resideOutsideOfPackages(packages(known))))
        .check(CLASSES);
  }

  private static void onlyIn(String library, String... users) {
    noClasses()
        .that()
        .resideOutsideOfPackages(packages(users))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  private static String[] packages(String... names) {
    return Arrays.stream(names).map(name -> OURS + name + "..").toArray(String[]::new);
  }
}
