package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.territory.Municipality;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateFinderTest {
  private static final String NANTES_METROPOLE = "244400404";

  private final Jdbi jdbi = Reads.over(TestDatabase.demonstration());
  private final Reference reference = Reference.load(jdbi);

  /** What the recount knows of a demand. */
  private record Known(String number, long id, int household, int category, Integer income) {}

  @ParameterizedTest(name = "{0} {1} {2} for {3}: {4}")
  @CsvSource({
    "44109, T2, PLUS, bailleur.nantes, SCORE",
    "44109, T3, PLAI, bailleur.nantes, SCORE",
    "44184, T4, PLUS, bailleur.nantes, PRIORITY_FIRST",
    "44109, T3, PLS, prefecture.44, SCORE",
    "44109, T2, PLUS, action.logement, SCORE",
    "44055, T2, PLUS, bailleur.nantes, SENIORITY",
    "244400404, T2, PLUS, bailleur.nantes, SCORE",
    "44109+44143+44162, T3, PLUS, bailleur.nantes, SCORE",
    "44109+44184, T2, PLUS, bailleur.nantes, SENIORITY"
  })
  void R_441_1_candidatesAreThoseOfASlowAndObviousRecountInTheOrderOfTheTerritory(
      String places, DwellingType type, FundingScheme scheme, String login, ScoringMethod method) {
    Scope scope = new AgentReader(jdbi).find(login).orElseThrow().scope();
    List<String> where = List.of(places.split("\\+"));
    List<String> recount =
        recount(where, type, scheme, login.equals("action.logement"), scope, method);
    assertThat(recount).isNotEmpty();

    List<String> found = new ArrayList<>();
    CandidatePage.Cursor cursor = CandidatePage.Cursor.START;
    while (cursor != null) {
      CandidatePage page = find(where, type, scheme, CandidateFilter.NONE, scope, cursor);
      assertThat(page.total()).isEqualTo(recount.size());
      assertThat(page.ranking().method()).isEqualTo(method);
      page.rows().forEach(row -> found.add(row.uniqueNumber()));
      cursor = page.next() == null ? null : CandidatePage.Cursor.read(page.next().word());
    }
    assertThat(found).isEqualTo(recount);
  }

  @Test
  void eachCandidateSaysWhereItStandsAndWhy() {
    Scope scope = new AgentReader(jdbi).find("bailleur.nantes").orElseThrow().scope();
    List<String> nantes = List.of("44109");
    CandidatePage first =
        find(
            nantes,
            DwellingType.T2,
            FundingScheme.PLUS,
            CandidateFilter.NONE,
            scope,
            CandidatePage.Cursor.START);
    CandidatePage second =
        find(
            nantes, DwellingType.T2, FundingScheme.PLUS, CandidateFilter.NONE, scope, first.next());
    assertThat(first.rows().get(0).rank()).isEqualTo(1);
    assertThat(second.rows().get(0).rank()).isEqualTo(first.rows().size() + 1L);
    assertThat(first.rows())
        .allSatisfy(
            row -> {
              assertThat(row.types()).contains(DwellingType.T2);
              assertThat(first.sizes()).contains(row.householdSize());
              assertThat(row.locationRank()).isPositive();
              assertThat(row.wished()).isEqualTo("44109");
              assertThat(row.incomePercent() == null || row.incomePercent() <= 100).isTrue();
              assertThat(row.scoreLines().stream().mapToInt(ScoreLine::points).sum())
                  .isEqualTo(row.score());
              assertThat(row.scoreIfProven()).isGreaterThanOrEqualTo(row.score());
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "household:PARENT| d.household_kind = 'PARENT'",
        "size:1| d.household_size = 1",
        "income:UNKNOWN| d.annual_income is null",
        "income:PLAI| d.annual_income <= (array[12870,18753,22551,25092])[d.household_category]",
        "tenure:HLM| d.current_tenure = 'HLM'",
        "motive:13| d.main_motive = '13'",
        "label:DALO| d.dalo_status = 'ACTIF'",
        "label:AGREEMENT| d.collective_agreement in ('ACD', 'ACI')",
        "adapted:YES| d.needs_adapted_dwelling",
        "transfer:NO| not d.transfer",
        "delay:YES| d.abnormal_delay_since is not null",
        "works:10| d.works <= 10"
      })
  void aFilterKeepsThoseThatARecountKeeps(String word, String condition) {
    Scope scope = new AgentReader(jdbi).find("bailleur.nantes").orElseThrow().scope();
    CandidateFilter filter = CandidateFilter.read(List.of(word));
    assertThat(filter.written()).containsExactly(word);
    CandidatePage page =
        find(
            List.of("44109"),
            DwellingType.T2,
            FundingScheme.PLUS,
            filter,
            scope,
            CandidatePage.Cursor.START);
    long all =
        find(
                List.of("44109"),
                DwellingType.T2,
                FundingScheme.PLUS,
                CandidateFilter.NONE,
                scope,
                CandidatePage.Cursor.START)
            .total();
    IncomeCeilings ceilings =
        AllocationRules.ceilings(reference, FundingScheme.PLUS, TestDatabase.TODAY);
    List<Known> kept =
        known("44109", DwellingType.T2, "and " + condition).stream()
            .filter(one -> one.household() <= 2 && ceilings.admits(one.category(), one.income()))
            .toList();
    assertThat(page.total()).isEqualTo(kept.size()).isLessThan(all);
  }

  @Test
  void wordsOfOneKindWidenThoseOfOthersNarrowAndNonsenseIsLeftOut() {
    CandidateFilter filter =
        CandidateFilter.read(
            List.of(
                "household:SINGLE",
                "household:PARENT",
                "transfer:YES",
                "x:y",
                "' or 1=1",
                "size:0"));
    assertThat(filter.written())
        .containsExactly("household:SINGLE", "household:PARENT", "transfer:YES");
    assertThat(filter.without(filter.words().get(0)).written())
        .containsExactly("household:PARENT", "transfer:YES");
    assertThat(filter.condition().sql())
        .isEqualTo(" and (w.household_kind = any(:filterHouseholds)) and (w.traits & 1 <> 0)");
  }

  @Test
  void aCursorThatMakesNoSenseIsTheStart() {
    assertThat(CandidatePage.Cursor.read("2026-13-45_1_1")).isEqualTo(CandidatePage.Cursor.START);
    assertThat(CandidatePage.Cursor.read("' or 1=1")).isEqualTo(CandidatePage.Cursor.START);
    assertThat(CandidatePage.Cursor.read(null)).isEqualTo(CandidatePage.Cursor.START);
  }

  private CandidatePage find(
      List<String> places,
      DwellingType type,
      FundingScheme scheme,
      CandidateFilter filter,
      Scope scope,
      CandidatePage.Cursor after) {
    CandidateSearch search = new CandidateSearch(places, type, scheme, null, filter);
    List<Municipality> municipalities = places.stream().flatMap(this::municipalities).toList();
    return new CandidateFinder(jdbi, true)
        .find(
            search,
            new Yardsticks(jdbi, reference).of(search, municipalities, TestDatabase.TODAY),
            scope,
            municipalities.stream()
                .allMatch(one -> scope.covers(one.code(), one.departementCode())),
            after,
            25);
  }

  private Stream<Municipality> municipalities(String place) {
    return reference.municipalities().stream()
        .filter(one -> one.code().equals(place) || place.equals(one.epciSiren()));
  }

  private List<Known> known(String place, DwellingType type, String condition) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select d.* from (
                      select d.*, f.household_kind, (select min(kilometres(p.latitude, p.longitude, m.latitude, m.longitude))::int
                        from demand_workplace p, municipality m where m.code = :place and p.demand_id = d.id) as works
                      from demand d join demand_fact f on f.demand_id = d.id) d
                    where d.status = 'ACTIVE'
                      and exists (select 1 from wished_location l join municipality m on m.code = l.municipality_code
                        where l.demand_id = d.id and :place in (m.code, m.epci_siren))
                      and exists (select 1 from wished_type t where t.demand_id = d.id and t.dwelling_type = :type)
                    """
                        + condition
                        + " order by d.initial_deposit_date, d.id")
                .bind("place", place)
                .bind("type", type.name())
                .map(
                    (row, context) ->
                        new Known(
                            row.getString("unique_number"),
                            row.getLong("id"),
                            row.getInt("household_size"),
                            row.getInt("household_category"),
                            row.getObject("annual_income", Integer.class)))
                .list());
  }

  /** From the tables of the demand alone, with the rule in plain Java. */
  private List<String> recount(
      List<String> places,
      DwellingType type,
      FundingScheme scheme,
      boolean employeesOnly,
      Scope scope,
      ScoringMethod method) {
    IncomeCeilings ceilings = AllocationRules.ceilings(reference, scheme, TestDatabase.TODAY);
    List<Integer> sizes = reference.sizesFitting(type.name());
    String seen =
        employeesOnly
            ? "and (d.salaried_contributor or exists (select 1 from registration_desk k where"
                + " k.id = d.desk_id and k.partner_id = "
                + scope.partnerId()
                + "))"
            : "";
    Map<Long, Integer> bands = bands(method);
    Set<Long> counted = new HashSet<>();
    List<Known> fitting = new ArrayList<>();
    for (String place : places) {
      known(place, type, seen).stream()
          .filter(one -> sizes.contains(one.household()))
          .filter(one -> ceilings.admits(one.category(), one.income()))
          .filter(one -> counted.add(one.id()))
          .forEach(fitting::add);
    }
    List<String> order =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select unique_number from demand order by initial_deposit_date, id")
                    .mapTo(String.class)
                    .list());
    Map<String, Integer> seniority = new HashMap<>();
    order.forEach(number -> seniority.put(number, seniority.size()));
    fitting.sort(
        Comparator.comparing((Known one) -> bands.getOrDefault(one.id(), 0))
            .thenComparing(one -> seniority.get(one.number())));
    return fitting.stream().map(Known::number).toList();
  }

  /** What goes before seniority, least first. */
  private Map<Long, Integer> bands(ScoringMethod method) {
    String sql =
        switch (method) {
          case SENIORITY -> "select 0::bigint, 0 where false";
          case SCORE ->
              "select demand_id, -score from demand_score where territory_code = '"
                  + NANTES_METROPOLE
                  + "'";
          case PRIORITY_FIRST ->
              "select id, case when dalo_status = 'ACTIF' then 0 when priority_grounds <> 0 or"
                  + " collective_agreement in ('ACD', 'ACI') then 1 else 2 end from demand";
        };
    Map<Long, Integer> bands = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(sql)
                .map((row, context) -> bands.put(row.getLong(1), row.getInt(2)))
                .list());
    return bands;
  }
}
