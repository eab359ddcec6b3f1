package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.notInScope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.allocation.Agreements;
import fr.toitcommun.ejb.allocation.Designations;
import fr.toitcommun.ejb.allocation.Leases;
import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.ejb.allocation.StockImporting;
import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.ejb.commission.CommissionSeats;
import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.job.Jobs;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.observatory.Home;
import fr.toitcommun.ejb.observatory.HomeView;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateSearch;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.registration.DwellingType;
import jakarta.ejb.EJBAccessException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What each kind of partner may do, and what it may not (R.441-2-6): both sides. */
@ExtendWith(ArquillianExtension.class)
class RightsIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(RightsIT.class, Acts.class);
  }

  @Test
  void R_441_2_1_aRegistrationDeskReadsRegistersAndDesignatesButNeitherSearchesNorProposes() {
    check("guichet.nantes", "consult", "register", "designate", "agreements", "sit");
  }

  @Test
  void R_441_2_1_aRegisteringMunicipalityIsADesk() {
    check("commune.saint-nazaire", "consult", "register", "designate", "agreements", "sit");
  }

  @Test
  void L_441_2_aLandlordDoesEverythingWithItsOwnDwellings() {
    check(
        "bailleur.nantes",
        "consult",
        "register",
        "match",
        "stock",
        "import",
        "agreements",
        "propose",
        "decide",
        "sit",
        "sign");
  }

  @Test
  void R_441_2_6_theStateReadsRegistersAndSearches() {
    check("prefecture.44", "consult", "register", "match", "designate", "agreements", "sit");
  }

  @Test
  void R_441_2_6_theDepartementReadsRegistersAndSearches() {
    check("departement.44", "consult", "register", "match", "designate", "agreements", "sit");
  }

  @Test
  void L_313_19_actionLogementReadsRegistersAndSearches() {
    check("action.logement", "consult", "register", "match", "designate", "agreements", "sit");
  }

  @Test
  void R_441_2_5_theManagerReadsRegistersAndSearchesButOwnsNoDwelling() {
    check("gestionnaire", "consult", "register", "match", "administer", "agreements");
  }

  @Test
  void R_441_2_6_theInformationAgencySeesNumbersOnly() throws Exception {
    check("adil.44");
    seesNumbersOnly("adil.44");
  }

  @Test
  void R_441_2_6_aMunicipalityThatDoesNotRegisterSeesNumbersOnly() throws Exception {
    check("commune.sans-guichet", "sit");
    seesNumbersOnly("commune.sans-guichet");
  }

  @Test
  void R_441_2_6_aLandlordDoesNotTouchAnothersDwellings() {
    long others =
        Acts.count(
            "select min(v.id) from vacancy v join dwelling w on w.id = v.dwelling_id"
                + " where v.status = 'OPEN' and w.municipality_code like '44%' and w.landlord_id <>"
                + " (select partner_id from agent where login = 'bailleur.nantes')");
    String number = anyDemand();
    String login = "bailleur.nantes";
    notInScope(login, () -> Acts.of(Vacancies.class).open(others));
    notInScope(
        login, () -> Acts.of(Matching.class).candidates(others, CandidatePage.Cursor.START, 10));
    notInScope(login, () -> Acts.of(Proposals.class).propose(others, java.util.List.of(number)));
    assertThat(
            Acts.count(
                "select count(*) from proposal where vacancy_id = ? and made_by = (select id from"
                    + " agent where login = 'bailleur.nantes')",
                others))
        .isZero();
  }

  private static void seesNumbersOnly(String login) throws Exception {
    HomeView home = AsAgent.call(login, () -> Acts.of(Home.class).view());
    assertThat(home.counters().active()).isPositive();
    assertThat(home.uniqueNumbers()).isEmpty();
    assertThat(home.counters().byInterMunicipality())
        .allSatisfy(
            line ->
                assertThat(line.active() == null || line.active() == 0 || line.active() >= 11)
                    .isTrue());
  }

  private static Map<String, Callable<?>> acts() {
    Map<String, Callable<?>> acts = new LinkedHashMap<>();
    acts.put("consult", () -> Acts.of(DemandFiles.class).find("martin", 0, 5));
    acts.put(
        "register",
        () -> Acts.of(Registrations.class).duplicates(Acts.form("Martin", "44109"), null));
    acts.put(
        "match",
        () ->
            Acts.of(Matching.class)
                .candidates(
                    new CandidateSearch("44109", DwellingType.T2, FundingScheme.PLUS, null),
                    CandidatePage.Cursor.START,
                    5));
    acts.put("stock", () -> Acts.of(Vacancies.class).list(null, 0, 5));
    acts.put("import", () -> Acts.of(StockImporting.class).latest());
    acts.put("designate", () -> Acts.of(Designations.class).list(null, 0, 5));
    acts.put("agreements", () -> Acts.of(Agreements.class).list(null, null, 2026, 0, 5));
    acts.put(
        "propose",
        () ->
            Acts.of(Proposals.class)
                .list(fr.toitcommun.persistence.allocation.ProposalFilter.UNDER_WAY, 0, 5));
    acts.put("decide", () -> Acts.of(CommissionSessions.class).list(0, 5));
    acts.put("sit", () -> Acts.of(CommissionSeats.class).mine());
    acts.put("administer", () -> Acts.of(Jobs.class).view(0, 5));
    acts.put("sign", () -> Acts.of(Leases.class).sign(-1, null));
    return acts;
  }

  /** Everything named is allowed, everything else refused and journalled. */
  private static void check(String login, String... allowed) {
    for (Map.Entry<String, Callable<?>> act : acts().entrySet()) {
      long refusals = refusals(login);
      if (java.util.List.of(allowed).contains(act.getKey())) {
        try {
          AsAgent.call(login, act.getValue()::call);
        } catch (NotInScope nothingToSign) {
          assertThat(act.getKey()).isEqualTo("sign");
        } catch (Exception e) {
          throw new AssertionError(login + " may " + act.getKey(), e);
        }
      } else {
        assertThatThrownBy(() -> AsAgent.call(login, act.getValue()::call))
            .as(login + " may not " + act.getKey())
            .isInstanceOf(EJBAccessException.class);
        assertThat(refusals(login)).as("journalled: " + act.getKey()).isEqualTo(refusals + 1);
      }
    }
  }

  private static long refusals(String login) {
    return Acts.count(
        "select count(*) from journal_entry where login = ? and outcome = 'REFUSED'", login);
  }

  private static String anyDemand() {
    return Acts.text(
        "select min(unique_number) from demand where departement_code = '44' and status ="
            + " 'ACTIVE'");
  }
}
