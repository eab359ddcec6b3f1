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

  /** Under PLS, so that incomes above the ceilings of PLUS are among them. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "household:PARENT| d.household_kind = 'PARENT'",
        "household:SINGLE| d.household_kind = 'SINGLE'",
        "household:COUPLE transfer:NO| d.household_kind = 'COUPLE' and not d.transfer",
        "size:1| d.household_size = 1",
        "income:UNKNOWN| d.annual_income is null",
        "income:PLAI| d.annual_income <= (array[12870,18753,22551,25092])[d.household_category]",
        "income:PLUS| d.annual_income > (array[12870,18753,22551,25092])[d.household_category] and"
            + " d.annual_income <= (array[23403,31254,37584,45374])[d.household_category]",
        "income:PLS| d.annual_income > (array[23403,31254,37584,45374])[d.household_category]",
        "income:PLS income:UNKNOWN| (d.annual_income >"
            + " (array[23403,31254,37584,45374])[d.household_category] or d.annual_income is null)",
        "quartile:FIRST| d.resources_per_unit <= d.threshold",
        "quartile:OTHER| d.resources_per_unit > d.threshold",
        "quartile:UNKNOWN| d.resources_per_unit is null",
        "quartile:FIRST quartile:UNKNOWN| (d.resources_per_unit <= d.threshold or"
            + " d.resources_per_unit is null)",
        "tenure:HLM| d.current_tenure = 'HLM'",
        "tenure:HLM tenure:CP| d.current_tenure in ('HLM', 'CP')",
        "motive:13| d.main_motive = '13'",
        "label:DALO| d.dalo_status = 'ACTIF'",
        "label:AGREEMENT| d.collective_agreement in ('ACD', 'ACI')",
        "label:K| d.priority_grounds & (1 << 12) <> 0",
        "label:K label:AGREEMENT| (d.priority_grounds & (1 << 12) <> 0 or d.collective_agreement in"
            + " ('ACD', 'ACI'))",
        "quota:PPRIOR| d.eligible_quotas & 4 <> 0",
        "quota:COLACT quota:PFONCT| d.eligible_quotas & (2 + 8) <> 0",
        "adapted:YES| d.needs_adapted_dwelling",
        "adapted:NO| not d.needs_adapted_dwelling",
        "transfer:NO| not d.transfer",
        "transfer:YES| d.transfer",
        "works:10| d.works <= 10",
        "works:5 works:20| d.works <= 20"
      })
  void aFilterKeepsThoseThatARecountKeeps(String words, String condition) {
    Scope scope = new AgentReader(jdbi).find("bailleur.nantes").orElseThrow().scope();
    CandidateFilter filter = CandidateFilter.read(List.of(words.split(" ")));
    assertThat(filter.written()).containsExactly(words.split(" "));
    CandidatePage page = underPls(filter, scope);
    IncomeCeilings ceilings =
        AllocationRules.ceilingsOf(reference, FundingScheme.PLS, "44", TestDatabase.TODAY);
    List<Known> kept =
        known("44109", DwellingType.T2, "and " + condition).stream()
            .filter(one -> one.household() <= 2 && ceilings.admits(one.category(), one.income()))
            .toList();
    assertThat(page.total())
        .isEqualTo(kept.size())
        .isPositive()
        .isLessThan(underPls(CandidateFilter.NONE, scope).total());
  }

  private CandidatePage underPls(CandidateFilter filter, Scope scope) {
    return find(
        List.of("44109"),
        DwellingType.T2,
        FundingScheme.PLS,
        filter,
        scope,
        CandidatePage.Cursor.START);
  }

  @Test
  void eightPersonsAreEightOrMore() {
    assertThat(CandidateFilter.read(List.of("size:7", "size:8")).condition().sql())
        .isEqualTo(" and (w.household_size = any(:filterSizes) or w.household_size > 8)");
    assertThat(CandidateFilter.read(List.of("size:7")).condition().sql())
        .isEqualTo(" and (w.household_size = any(:filterSizes))");
  }

  /** Of whom a new demonstration has none: the night marks them. */
  @Test
  void L_441_1_4_whoWaitsLongerThanNormalIsFoundByTheTraitOfTheirRow() {
    assertThat(CandidateFilter.read(List.of("delay:YES")).condition().sql())
        .isEqualTo(" and (w.traits & " + CandidateTrait.ABNORMAL_DELAY.bit() + " <> 0)");
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
                      select d.*, f.household_kind, (select first_quartile_threshold_of(m.epci_siren, :today)
                        from municipality m where :place = m.code) as threshold, (select min(kilometres(p.latitude, p.longitude, m.latitude, m.longitude))::int
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
                .bind("today", TestDatabase.TODAY)
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
    IncomeCeilings ceilings =
        AllocationRules.ceilingsOf(reference, scheme, "44", TestDatabase.TODAY);
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
