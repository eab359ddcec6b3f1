package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.territory.Municipality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** By what searches are measured where their places differ. */
class YardsticksTest {
  private static Jdbi jdbi;

  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(900, 5);
    run("delete from first_quartile_threshold where epci_siren is not null");
    run(
        "insert into first_quartile_threshold (epci_siren, year, amount, source, assumed) values"
            + " ('244400404', 2026, 8000, 'essai', false)");
    run(
        "insert into size_grid (persons, dwelling_type, epci_siren, assumed) select 4, 'T2',"
            + " '244400404', true");
  }

  @Test
  void L_441_1_placesOfSeveralEpciAreMeasuredByWhatTheyHaveInCommon() {
    Reference reference = Reference.load(jdbi);
    List<Municipality> both = new ArrayList<>(of(reference, "44109"));
    both.addAll(of(reference, "44184"));
    List<Municipality> reversed = new ArrayList<>(both);
    Collections.reverse(reversed);
    CandidateSearch search = search(List.of("44109", "44184"));
    for (List<Municipality> order : List.of(both, reversed)) {
      CandidateFinder.Yardstick yardstick =
          new Yardsticks(jdbi, reference).of(search, order, TestDatabase.TODAY);
      assertThat(yardstick.common()).isTrue();
      assertThat(yardstick.sizes()).containsExactly(1, 2);
      assertThat(yardstick.filter().firstQuartile()).isEqualTo(9720);
    }
    CandidateFinder.Yardstick nantes =
        new Yardsticks(jdbi, reference)
            .of(search(List.of("44109")), of(reference, "44109"), TestDatabase.TODAY);
    assertThat(nantes.common()).isFalse();
    assertThat(nantes.sizes()).containsExactly(4);
    assertThat(nantes.filter().firstQuartile()).isEqualTo(8000);
  }

  /** What is around, from which who accepts other places comes, does not change the dwelling's. */
  @Test
  void L_441_1_aDwellingIsMeasuredByWhereItStandsWhoeverMayComeFromElsewhere() {
    Reference reference = Reference.load(jdbi);
    List<Municipality> within = new ArrayList<>(of(reference, "44184"));
    within.addAll(of(reference, "44109"));
    CandidateFinder.Yardstick yardstick =
        new Yardsticks(jdbi, reference).of(search(List.of("44109")), within, TestDatabase.TODAY);
    assertThat(yardstick.common()).isFalse();
    assertThat(yardstick.filter().firstQuartile()).isEqualTo(8000);
  }

  @Test
  void R_441_1_theCeilingsAreThoseOfTheZoneOfTheDepartement() {
    run(
        "insert into income_ceiling (scheme, zone, year, category, amount, valid_from, valid_to,"
            + " source, assumed) select scheme, 'ESSAI', year, category, amount + 1000, valid_from,"
            + " valid_to, source, assumed from income_ceiling where zone = 'AUTRES_REGIONS' and"
            + " year = 2026");
    run("update departement set ceiling_zone = 'ESSAI' where code = '49'");
    Reference reference = Reference.load(jdbi);
    assertThat(
            new Yardsticks(jdbi, reference)
                .of(search(List.of("44109")), of(reference, "44109"), TestDatabase.TODAY)
                .ceilings()
                .of(1))
        .isEqualTo(23403);
    CandidateFinder.Yardstick angers =
        new Yardsticks(jdbi, reference)
            .of(search(List.of("49007")), of(reference, "49007"), TestDatabase.TODAY);
    assertThat(angers.ceilings().of(1)).isEqualTo(24403);
    assertThat(angers.filter().usual().of(1)).isEqualTo(24403);
    assertThat(angers.filter().lowest().of(1)).isEqualTo(13870);
  }

  /** An EPCI across two départements, one of which ranks by points and the other does not. */
  @Test
  void L_441_2_8_anEpciWithoutARankingInCommonIsListedBySeniority() {
    String epci =
        text(
            "select epci_siren from municipality where epci_siren is not null group by 1 having"
                + " count(distinct departement_code) > 1 order by 1 limit 1");
    List<String> codes =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select min(code) from municipality where epci_siren = :epci group by"
                            + " departement_code order by departement_code")
                    .bind("epci", epci)
                    .mapTo(String.class)
                    .list());
    String departement =
        text("select departement_code from municipality where code = '" + codes.get(0) + "'");
    run(
        "insert into scoring_grid (id, version, territory_code, number, method, in_force_from,"
            + " written_at) values (920, 1, '"
            + departement
            + "', 1, 'SCORE', '2020-01-01', now())");
    run("insert into scoring_criterion values (920, 1, 'SENIORITY', 1, 60, false, null)");
    // Demands of both départements wish it, deposited in no order.
    Random random = new Random(3);
    List<Long> wishing =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id from demand where status = 'ACTIVE' order by id limit 200")
                    .mapTo(Long.class)
                    .list());
    for (long id : wishing) {
      run("delete from wished_location where demand_id = " + id);
      run(
          "insert into wished_location (demand_id, rank, municipality_code) values ("
              + id
              + ", 1, '"
              + codes.get(id % 2 == 0 ? 0 : 1)
              + "')");
      run(
          "update demand set initial_deposit_date = date '2020-01-01' + "
              + random.nextInt(2000)
              + ", departement_code = (select departement_code from municipality where code = '"
              + codes.get(id % 2 == 0 ? 0 : 1)
              + "') where id = "
              + id);
    }
    jdbi.useHandle(
        handle -> {
          CandidateRows.remove(handle, wishing);
          CandidateRows.refresh(handle, wishing, TestDatabase.TODAY);
        });
    Reference reference = Reference.load(jdbi);
    CandidateSearch search = search(List.of(epci));
    CandidateFinder.Yardstick yardstick =
        new Yardsticks(jdbi, reference).of(search, of(reference, epci), TestDatabase.TODAY);
    assertThat(yardstick.ranking()).isEqualTo(Ranking.BY_SENIORITY);
    Scope scope = new AgentReader(jdbi).find("bailleur.nantes").orElseThrow().scope();
    Map<String, Long> ranks = new HashMap<>();
    List<LocalDate> listed = new ArrayList<>();
    long total = 0;
    CandidatePage.Cursor cursor = CandidatePage.Cursor.START;
    while (cursor != null) {
      CandidatePage page =
          new CandidateFinder(jdbi, true).find(search, yardstick, scope, true, cursor, 7);
      page.rows()
          .forEach(
              row -> {
                listed.add(row.initialDepositDate());
                assertThat(ranks.put(row.uniqueNumber(), row.rank())).isNull();
              });
      total = page.total();
      cursor = page.next();
    }
    assertThat(total).isEqualTo(ranks.size());
    assertThat(listed).hasSizeGreaterThan(14).isSorted();
    run("delete from demand_score where grid_id = 920");
    run("delete from scoring_grid where id = 920");
  }

  private static CandidateSearch search(List<String> places) {
    return new CandidateSearch(
        places, DwellingType.T2, FundingScheme.PLUS, null, CandidateFilter.NONE);
  }

  private static List<Municipality> of(Reference reference, String place) {
    return reference.municipalities().stream()
        .filter(one -> one.code().equals(place) || place.equals(one.epciSiren()))
        .toList();
  }

  private static void run(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }

  private static String text(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
