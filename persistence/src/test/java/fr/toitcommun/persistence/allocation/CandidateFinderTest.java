package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.DwellingType;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidateFinderTest {
  private final Jdbi jdbi = Reads.over(TestDatabase.demonstration());
  private final Reference reference = Reference.load(jdbi);

  @ParameterizedTest(name = "{0} {1} {2} for {3}")
  @CsvSource({
    "44109, T2, PLUS, bailleur.nantes",
    "44109, T3, PLAI, bailleur.nantes",
    "44184, T4, PLUS, bailleur.nantes",
    "44109, T3, PLS, prefecture.44",
    "44109, T2, PLUS, action.logement"
  })
  void R_441_1_candidatesAreThoseOfASlowAndObviousRecountInOrderOfSeniority(
      String municipality, DwellingType type, FundingScheme scheme, String login) {
    Scope scope = new AgentReader(jdbi).find(login).orElseThrow().scope();
    List<String> recount =
        recount(municipality, type, scheme, login.equals("action.logement"), scope);
    assertThat(recount).isNotEmpty();

    List<String> found = new ArrayList<>();
    CandidatePage.Cursor cursor = CandidatePage.Cursor.START;
    while (cursor != null) {
      CandidatePage page = find(municipality, type, scheme, scope, cursor);
      assertThat(page.total()).isEqualTo(recount.size());
      page.rows().forEach(row -> found.add(row.uniqueNumber()));
      cursor = page.next();
    }
    assertThat(found).isEqualTo(recount);
  }

  @Test
  void eachCandidateSaysWhereItStandsAndWhy() {
    Scope scope = new AgentReader(jdbi).find("bailleur.nantes").orElseThrow().scope();
    CandidatePage first =
        find("44109", DwellingType.T2, FundingScheme.PLUS, scope, CandidatePage.Cursor.START);
    CandidatePage second = find("44109", DwellingType.T2, FundingScheme.PLUS, scope, first.next());
    assertThat(first.rows().get(0).rank()).isEqualTo(1);
    assertThat(second.rows().get(0).rank()).isEqualTo(first.rows().size() + 1L);
    assertThat(first.rows())
        .allSatisfy(
            row -> {
              assertThat(row.types()).contains(DwellingType.T2);
              assertThat(first.sizes()).contains(row.householdSize());
              assertThat(row.locationRank()).isPositive();
              assertThat(row.incomePercent() == null || row.incomePercent() <= 100).isTrue();
            });
  }

  @Test
  void aCursorThatMakesNoSenseIsTheStart() {
    assertThat(CandidatePage.Cursor.read("2026-13-45_1_1")).isEqualTo(CandidatePage.Cursor.START);
    assertThat(CandidatePage.Cursor.read("' or 1=1")).isEqualTo(CandidatePage.Cursor.START);
    assertThat(CandidatePage.Cursor.read(null)).isEqualTo(CandidatePage.Cursor.START);
  }

  private CandidatePage find(
      String municipality,
      DwellingType type,
      FundingScheme scheme,
      Scope scope,
      CandidatePage.Cursor after) {
    return new CandidateFinder(jdbi)
        .find(
            new CandidateSearch(municipality, type, scheme, null),
            reference.municipality(municipality).orElseThrow().departementCode(),
            reference.sizesFitting(type.name()),
            AllocationRules.ceilings(reference, scheme, TestDatabase.TODAY),
            scope,
            after,
            25);
  }

  /** From the tables of the demand alone, with the rule in plain Java. */
  private List<String> recount(
      String municipality,
      DwellingType type,
      FundingScheme scheme,
      boolean employeesOnly,
      Scope scope) {
    IncomeCeilings ceilings = AllocationRules.ceilings(reference, scheme, TestDatabase.TODAY);
    List<Integer> sizes = reference.sizesFitting(type.name());
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select d.unique_number, d.household_size, d.household_category,"
                        + " d.annual_income, d.salaried_contributor or k.partner_id = "
                        + scope.partnerId()
                        + " as employee"
                        + " from demand d join registration_desk k on k.id = d.desk_id"
                        + " where d.status = 'ACTIVE'"
                        + " and exists (select 1 from wished_location l where l.demand_id = d.id"
                        + "   and l.municipality_code = :municipality)"
                        + " and exists (select 1 from wished_type t where t.demand_id = d.id"
                        + "   and t.dwelling_type = :type)"
                        + " order by d.initial_deposit_date, d.id")
                .bind("municipality", municipality)
                .bind("type", type.name())
                .map(
                    (row, context) -> {
                      Integer income = row.getObject("annual_income", Integer.class);
                      boolean fits =
                          sizes.contains(row.getInt("household_size"))
                              && ceilings.admits(row.getInt("household_category"), income)
                              && (!employeesOnly || row.getBoolean("employee"));
                      return fits ? row.getString("unique_number") : null;
                    })
                .filter(java.util.Objects::nonNull)
                .list());
  }
}
