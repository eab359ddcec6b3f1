package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.OTHER_LANDLORD;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.matching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.allocation.SavedSearches;
import fr.toitcommun.ejb.allocation.ScoringGrids;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.allocation.CandidateFilter;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.CandidateSearch;
import fr.toitcommun.persistence.allocation.ChosenCandidates;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.scoring.GridRow;
import fr.toitcommun.persistence.allocation.scoring.ScoringCriterion;
import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import fr.toitcommun.persistence.allocation.scoring.Simulation;
import fr.toitcommun.persistence.partner.SavedLinkRow;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching, comparing and ranking candidates, with the rights on both sides. */
@ExtendWith(ArquillianExtension.class)
class MatchingIT {
  private static final String MANAGER = "gestionnaire";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(MatchingIT.class, Acts.class, LettingActs.class);
  }

  @Test
  void R_441_2_6_aSharedSearchIsOpenedWithOnesOwnRights() throws Exception {
    long vacancy = declare(LANDLORD);
    AsAgent.call(
        LANDLORD,
        () -> searches().keep("Petits logements", true, "vacancy=" + vacancy + "&filter=size:1"));
    SavedLinkRow kept =
        AsAgent.call(LANDLORD, () -> searches().list()).stream()
            .filter(row -> row.query().contains("vacancy=" + vacancy))
            .findFirst()
            .orElseThrow();
    assertThat(kept.own()).isTrue();
    // Another partner neither sees it in its list, nor what it would find.
    assertThat(AsAgent.call(OTHER_LANDLORD, () -> searches().list()))
        .noneMatch(row -> row.id() == kept.id());
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    OTHER_LANDLORD,
                    () -> matching().candidates(vacancy, CandidatePage.Cursor.START, 10)))
        .isInstanceOf(NotInScope.class);
    assertThatThrownBy(
            () -> AsAgent.call(OTHER_LANDLORD, () -> run(() -> searches().forget(kept.id()))))
        .isInstanceOf(NotInScope.class);
    // The préfecture of the département may open the link, with its own rights.
    assertThat(
            AsAgent.call(
                    "prefecture.44",
                    () -> matching().candidates(vacancy, CandidatePage.Cursor.START, 10))
                .total())
        .isPositive();
    AsAgent.call(LANDLORD, () -> run(() -> searches().forget(kept.id())));
    assertThat(AsAgent.call(LANDLORD, () -> searches().list()))
        .noneMatch(row -> row.id() == kept.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"guichet.nantes", "commune.saint-nazaire", "adil.44"})
  void R_441_2_6_whoMatchesNothingSearchesNothing(String login) {
    assertThatThrownBy(() -> AsAgent.call(login, () -> searches().list()))
        .isInstanceOf(EJBAccessException.class);
    assertThatThrownBy(() -> AsAgent.call(login, () -> grids().list()))
        .isInstanceOf(EJBAccessException.class);
    assertThatThrownBy(
            () -> AsAgent.call(login, () -> matching().extract(null, described("44109"))))
        .isInstanceOf(EJBAccessException.class);
  }

  @Test
  void anExtractIsJournalledNumberByNumberAndSaysWhereItWasCut() throws Exception {
    CandidateSearch search = described("44109");
    ChosenCandidates list = AsAgent.call(LANDLORD, () -> matching().extract(null, search));
    assertThat(list.rows()).isNotEmpty();
    assertThat(list.total()).isGreaterThanOrEqualTo(list.rows().size());
    assertThat(
            Acts.count(
                "select coalesce(max(cardinality(unique_numbers)), 0) from journal_entry where act"
                    + " = 'Matching.extract' and login = ? and outcome = 'READ'",
                LANDLORD))
        .isGreaterThanOrEqualTo(list.rows().size());
    // The département matches, but takes nothing out.
    assertThat(
            AsAgent.call(
                    "departement.44",
                    () -> matching().candidates(search, CandidatePage.Cursor.START, 5))
                .total())
        .isPositive();
    assertThatThrownBy(() -> AsAgent.call("departement.44", () -> matching().extract(null, search)))
        .isInstanceOf(EJBAccessException.class);
  }

  @Test
  void R_441_1_whoAcceptsOtherPlacesIsAddedWhenAskedForWithinTheScope() throws Exception {
    long vacancy = declare(LANDLORD);
    String number =
        AsAgent.call(
                "guichet.nantes",
                () -> {
                  DemandForm form = Acts.form("Voisine", "44143");
                  form.getCurrentHousing().setTenure("SQUAT");
                  return Acts.of(Registrations.class).register(form);
                })
            .value();
    // Few live so: an extract holds them all, whatever else was registered before.
    CandidateFilter own = CandidateFilter.read(List.of("tenure:SQUAT"));
    CandidateFilter others = CandidateFilter.read(List.of("tenure:SQUAT", "places:OTHERS"));
    ChosenCandidates added =
        AsAgent.call(LANDLORD, () -> matching().extract(vacancy, described(others)));
    ChosenCandidates without =
        AsAgent.call(LANDLORD, () -> matching().extract(vacancy, described(own)));
    assertThat(without.rows())
        .as("not by default")
        .extracting(CandidateRow::uniqueNumber)
        .doesNotContain(number);
    assertThat(added.total()).isGreaterThan(without.total());
    assertThat(added.rows())
        .filteredOn(row -> row.uniqueNumber().equals(number))
        .singleElement()
        .satisfies(row -> assertThat(row.otherPlace()).isTrue());
    assertThatThrownBy(
            () ->
                AsAgent.call(OTHER_LANDLORD, () -> matching().extract(vacancy, described(others))))
        .isInstanceOf(NotInScope.class);
  }

  private static CandidateSearch described(CandidateFilter filter) {
    return new CandidateSearch(List.of(), null, null, null, filter);
  }

  @Test
  void candidatesAreComparedWithTheirRankAmongAll() throws Exception {
    long vacancy = declare(LANDLORD);
    CandidatePage page =
        AsAgent.call(
            LANDLORD, () -> matching().candidates(vacancy, CandidatePage.Cursor.START, 20));
    List<CandidateRow> rows = page.rows();
    List<String> numbers =
        List.of(rows.get(3).uniqueNumber(), rows.get(0).uniqueNumber(), "044010199999901101");
    ChosenCandidates compared =
        AsAgent.call(LANDLORD, () -> matching().compare(vacancy, CandidateFilter.NONE, numbers));
    assertThat(compared.rows()).containsExactly(rows.get(0), rows.get(3));
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    OTHER_LANDLORD,
                    () -> matching().compare(vacancy, CandidateFilter.NONE, numbers)))
        .isInstanceOf(NotInScope.class);
  }

  @Test
  void L_441_2_8_aGridIsWrittenSimulatedAndPutInForceAndThenRanks() throws Exception {
    assertThatThrownBy(() -> AsAgent.call(LANDLORD, () -> grids().draft("244400610")))
        .isInstanceOf(EJBAccessException.class);
    assertThatThrownBy(() -> AsAgent.call(MANAGER, () -> grids().draft(null)))
        .isInstanceOfSatisfying(
            RefusedInput.class,
            refused -> assertThat(refused.faults().get(0).code()).isEqualTo("REQUIRED"));
    String place =
        Acts.text(
            "select place from candidate_wish w join municipality m on m.code = w.place where"
                + " m.epci_siren not in ('244400404', '244400644', '244900015') and"
                + " m.departement_code = '44' and type_mask & 4 <> 0 group by place order by"
                + " count(*) desc limit 1");
    String territory =
        Acts.text("select epci_siren from municipality where code = '" + place + "'");
    long id = AsAgent.call(MANAGER, () -> grids().draft(territory));
    GridRow draft = AsAgent.call(MANAGER, () -> grids().open(id));
    assertThat(draft.state()).isEqualTo(GridRow.State.DRAFT);
    List<ScoringCriterion> lines =
        List.of(
            new ScoringCriterion(ScoringFact.SENIORITY, 1, 12, false, null),
            new ScoringCriterion(ScoringFact.SINGLE_PARENT, 100, null, false, null));
    Simulation told =
        AsAgent.call(
            MANAGER,
            () -> grids().simulate(id, ScoringMethod.SCORE, lines, place, DwellingType.T2));
    assertThat(told.total()).isPositive();
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    MANAGER,
                    () ->
                        run(
                            () ->
                                grids()
                                    .change(
                                        id,
                                        draft.version(),
                                        ScoringMethod.SCORE,
                                        null,
                                        List.of(lines.get(0), lines.get(0))))))
        .isInstanceOf(RefusedInput.class);
    AsAgent.call(
        MANAGER,
        () -> run(() -> grids().change(id, draft.version(), ScoringMethod.SCORE, "", lines)));
    int version = AsAgent.call(MANAGER, () -> grids().open(id)).version();
    LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Paris"));
    assertThatThrownBy(
            () -> AsAgent.call(MANAGER, () -> grids().putInForce(id, version, today.minusDays(1))))
        .isInstanceOf(RefusedInput.class);
    assertThat(AsAgent.call(MANAGER, () -> grids().putInForce(id, version, today))).isPositive();

    CandidatePage page =
        AsAgent.call(
            LANDLORD,
            () -> matching().candidates(described(place), CandidatePage.Cursor.START, 100));
    assertThat(page.ranking().gridId()).isEqualTo(id);
    assertThat(page.rows()).isNotEmpty().allMatch(row -> row.score() != null);
    assertThat(page.rows().stream().map(row -> -row.score()).toList()).isSorted();

    // What is registered afterwards is scored in the same transaction.
    String number =
        AsAgent.call(
                "guichet.nantes",
                () -> Acts.of(Registrations.class).register(Acts.form("Notefroide", place)))
            .value();
    assertThat(
            Acts.count(
                "select count(*) from demand_score s join demand d on d.id = s.demand_id where"
                    + " d.unique_number = ? and s.grid_id = "
                    + id,
                number))
        .isEqualTo(1);
    int inForce = AsAgent.call(MANAGER, () -> grids().open(id)).version();
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    MANAGER,
                    () -> run(() -> grids().change(id, inForce, ScoringMethod.SCORE, "", lines))))
        .isInstanceOf(RefusedInput.class);
  }

  @Test
  void anEpciCountsEachDemandOnceAndADepartementToo() throws Exception {
    long epci = total("244400404");
    long nantes = total("44109");
    long departement = total("44");
    assertThat(epci).isGreaterThan(nantes);
    assertThat(departement).isGreaterThan(epci);
    assertThatThrownBy(() -> total("56")).isInstanceOf(RefusedInput.class);
  }

  /** The préfecture may know of health and violence, Action Logement may not. */
  @Test
  void L_441_1_whoMayNotKnowOfViolenceCannotSearchForIt() throws Exception {
    CandidateSearch violence =
        new CandidateSearch(
            List.of("44109"),
            DwellingType.T2,
            FundingScheme.PLUS,
            null,
            CandidateFilter.read(List.of("label:G")));
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    "action.logement",
                    () -> matching().candidates(violence, CandidatePage.Cursor.START, 5)))
        .isInstanceOf(RefusedInput.class);
    assertThat(
            AsAgent.call(
                "prefecture.44",
                () -> matching().candidates(violence, CandidatePage.Cursor.START, 25).rows()))
        .allSatisfy(row -> assertThat(row.grounds()).contains("G"));
  }

  private static long total(String place) throws Exception {
    return AsAgent.call(
            LANDLORD, () -> matching().candidates(described(place), CandidatePage.Cursor.START, 5))
        .total();
  }

  private static CandidateSearch described(String place) {
    return new CandidateSearch(
        List.of(place), DwellingType.T2, FundingScheme.PLUS, null, CandidateFilter.NONE);
  }

  private static SavedSearches searches() {
    return Acts.of(SavedSearches.class);
  }

  private static ScoringGrids grids() {
    return Acts.of(ScoringGrids.class);
  }
}
