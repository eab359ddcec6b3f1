package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.codes;
import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.DuplicateActs.cancel;
import static fr.toitcommun.ear.DuplicateActs.merging;
import static fr.toitcommun.ear.DuplicateActs.openSets;
import static fr.toitcommun.ear.DuplicateActs.order;
import static fr.toitcommun.ear.DuplicateActs.pair;
import static fr.toitcommun.ear.DuplicateActs.register;
import static fr.toitcommun.ear.DuplicateActs.setOf;
import static fr.toitcommun.ear.DuplicateActs.status;
import static fr.toitcommun.ear.HouseholdActs.DESK;
import static fr.toitcommun.ear.HouseholdActs.open;
import static fr.toitcommun.ear.HouseholdActs.registrations;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Duplicates;
import fr.toitcommun.ejb.registration.MergeOrder;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.duplicate.DemandComparison;
import fr.toitcommun.persistence.registration.duplicate.LikelyDuplicate;
import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sets of likely duplicates: found, compared and told apart at desks. */
@ExtendWith(ArquillianExtension.class)
class DuplicatesIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        DuplicatesIT.class,
        Acts.class,
        DuplicateActs.class,
        HouseholdActs.class,
        InventedName.class,
        JobActs.class,
        JobActs.Holder.class);
  }

  @Test
  void R_441_2_6_everyRegisteringPartnerLooksAtSetsAndOnlyTheManagerSearchesAndMerges()
      throws Exception {
    DuplicateActs.Pair pair = pair();
    MergeOrder order = order(pair, pair.first(), pair.second());
    for (String login :
        List.of(
            DESK,
            LANDLORD,
            "prefecture.44",
            "departement.44",
            "commune.saint-nazaire",
            "action.logement")) {
      assertThat(AsAgent.call(login, () -> duplicates().list(null, 0, 5))).isNotNull();
      refused(login, () -> run(() -> merging().merge(order)));
      refused(login, () -> run(() -> merging().undo(1, 1)));
    }
    for (String login : List.of("adil.44", "commune.sans-guichet")) {
      refused(login, () -> duplicates().list(null, 0, 5));
      refused(login, () -> duplicates().compare(pair.set()));
      refused(login, () -> run(() -> duplicates().notSame(pair.set(), pair.first(), null)));
      refused(login, () -> merging().into(pair.first()));
    }
    assertThat(status(pair.second())).isEqualTo("ACTIVE");
  }

  @Test
  void theyAreComparedFieldByFieldAndTheReadingIsJournalled() throws Exception {
    DuplicateActs.Pair pair = pair();
    DemandComparison compared = AsAgent.call(DESK, () -> duplicates().compare(pair.set()));
    assertThat(compared.uniqueNumbers()).containsExactly(pair.first(), pair.second());
    assertThat(compared.lines())
        .filteredOn(DemandComparison.Line::differs)
        .extracting(DemandComparison.Line::field)
        .contains("depositDate", "contact.city")
        .doesNotContain("applicant.surname", "applicant.birthDate");
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = ? and act = 'Duplicates.compare'"
                    + " and outcome = 'READ' and ? = any(unique_numbers)",
                DESK,
                pair.second()))
        .isEqualTo(1);
  }

  @Test
  void whatIsToldApartIsNotBroughtUpAgain() throws Exception {
    DuplicateActs.Pair pair = pair();
    AsAgent.call(
        DESK, () -> run(() -> duplicates().notSame(pair.set(), pair.second(), "Mère et fille")));
    assertThatThrownBy(() -> AsAgent.call(DESK, () -> duplicates().compare(pair.set())))
        .isInstanceOf(NotInScope.class);
    JobActs.run("DUPLICATE_SWEEP", LocalDate.now());
    assertThat(openSets(pair.first())).isZero();
    DemandForm form = open(pair.first()).form();
    assertThat(shown(form, pair.first())).doesNotContain(pair.second());
    assertThat(shown(form, null)).contains(pair.first(), pair.second());
  }

  @Test
  void aSetClosesByItselfWhenADemandLeaves() throws Exception {
    DuplicateActs.Pair pair = pair();
    cancel(pair.second());
    assertThat(Acts.text("select state from duplicate_set where id = " + pair.set()))
        .isEqualTo("LEFT");
    assertThatThrownBy(() -> AsAgent.call(DESK, () -> duplicates().compare(pair.set())))
        .isInstanceOf(NotInScope.class);
  }

  @Test
  void R_441_2_6_whoDoesNotSeeAllOfASetLeavesTheDecisionToTheManager() throws Exception {
    String surname = InventedName.next();
    String here = register(surname, 10, "44184");
    String there = register(surname, 0, "44109");
    JobActs.run("DUPLICATE_SWEEP", LocalDate.now());
    long set = setOf(here);
    String town = "commune.saint-nazaire";
    DemandComparison compared = AsAgent.call(town, () -> duplicates().compare(set));
    assertThat(compared.uniqueNumbers()).containsExactly(here);
    assertThat(compared.set().hidden()).isEqualTo(1);
    assertThat(compared.toString()).doesNotContain(there);
    assertThat(codes(town, () -> run(() -> duplicates().notSame(set, here, null))))
        .containsExactly("DUPLICATE_PARTLY_HIDDEN");
  }

  private static void refused(String login, Callable<?> act) {
    assertThatThrownBy(() -> AsAgent.call(login, act::call))
        .as(login)
        .isInstanceOf(EJBAccessException.class);
  }

  private static List<String> shown(DemandForm form, String except) throws Exception {
    return AsAgent.call(DESK, () -> registrations().duplicates(form, except)).shown().stream()
        .map(LikelyDuplicate::uniqueNumber)
        .toList();
  }

  private static Duplicates duplicates() {
    return Acts.of(Duplicates.class);
  }
}
