package fr.toitcommun.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import fr.toitcommun.ejb.journal.Gated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/**
 * The house keeps its directions: one way between modules, no circles between rooms, rights
 * everywhere.
 */
@AnalyzeClasses(packages = "fr.toitcommun", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule IMPORTS_RUN_ONE_WAY =
      noClasses()
          .that()
          .resideInAPackage("fr.toitcommun.persistence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("fr.toitcommun.ejb..", "fr.toitcommun.web..");

  @ArchTest
  static final ArchRule BOUNDARIES_KNOW_NO_PAGE =
      noClasses()
          .that()
          .resideInAPackage("fr.toitcommun.ejb..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("fr.toitcommun.web..", "jakarta.faces..", "jakarta.ws.rs..");

  @ArchTest
  static final ArchRule NO_CIRCLE_BETWEEN_ROOMS_OF_THE_DOMAIN =
      slices().matching("fr.toitcommun.persistence.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_CIRCLE_BETWEEN_ROOMS_OF_ACTS =
      slices().matching("fr.toitcommun.ejb.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PAGES_TOUCH_NO_DATABASE =
      noClasses()
          .that()
          .resideInAPackage("fr.toitcommun.web..")
          .and()
          // Health asks the data source itself, by design.
          .resideOutsideOfPackage("fr.toitcommun.web.installation..")
          .should()
          // What the database threw may be told from other faults; nothing else of it is known
          // here.
          .dependOnClassesThat(
              resideInAnyPackage("jakarta.persistence..", "org.jdbi..", "java.sql..", "javax.sql..")
                  .and(not(assignableTo(Throwable.class))));

  @ArchTest
  static final ArchRule BOUNDARIES_PASS_THE_GATE =
      classes()
          .that()
          .areAnnotatedWith(Stateless.class)
          .and()
          .areNotAnnotatedWith(PermitAll.class)
          .should()
          .beAnnotatedWith(Gated.class);

  @ArchTest
  static final ArchRule EVERY_ACT_STATES_ITS_RIGHT =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Stateless.class)
          .and()
          .arePublic()
          .and()
          .areNotStatic()
          .should(stateARight());

  @ArchTest
  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage("fr.toitcommun.persistence..", "fr.toitcommun.ejb..")
          .and()
          // The start of an installation is a fact of the machine.
          .resideOutsideOfPackages(
              "fr.toitcommun.ejb.installation..", "fr.toitcommun.persistence.demonstration..")
          .should(
              callMethodWhere(
                  describe(
                      "LocalDate.now() without a clock",
                      call ->
                          call.getTarget().getName().equals("now")
                              && call.getTargetOwner().getName().startsWith("java.time.Local")
                              && call.getTarget().getRawParameterTypes().isEmpty())));

  private static ArchCondition<JavaMethod> stateARight() {
    return new ArchCondition<>("state a right") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean stated =
            method.getModifiers().contains(JavaModifier.SYNTHETIC)
                || method.isAnnotatedWith(RolesAllowed.class)
                || method.isAnnotatedWith(PermitAll.class)
                || method.getOwner().isAnnotatedWith(RolesAllowed.class)
                || method.getOwner().isAnnotatedWith(PermitAll.class);
        events.add(
            new SimpleConditionEvent(method, stated, method.getFullName() + " states no right"));
      }
    };
  }
}
