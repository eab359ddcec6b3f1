package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.reference.SizeGrid;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.territory.Municipality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who accepts other places is a candidate where the dwelling is offered to them, and nowhere else.
 */
class OtherPlacesTest {
  private static final int KM = 20;
  private static final int DEMANDS = 400;

  private final Jdbi jdbi = Reads.over(TestDatabase.demonstration());
  private final Reference reference = Reference.load(jdbi);
  private final Scope scope = new AgentReader(jdbi).find("bailleur.nantes").orElseThrow().scope();

  private record Offered(long id, String municipality, DwellingType type, FundingScheme scheme) {}

  private record Known(long id, String number, int category) {}

  @ParameterizedTest
  @ValueSource(strings = {"44109", "44184"})
  void R_441_1_aDwellingListsWhomItIsListedFor(String municipality) {
    Offered dwelling = offered(municipality);
    Map<String, CandidateRow> candidates = candidates(dwelling, true);
    FitFinder fits = new FitFinder(jdbi);
    int elsewhere = 0;
    int outside = 0;
    for (Known demand : some()) {
      Fit fit =
          fits.find(demand.id(), yardstick(dwelling, demand), 100_000).fits().get(dwelling.id());
      // Where it could not live it is not even compared.
      boolean offeredToIt =
          fit != null
              && List.of(Fit.Kind.LOCATION, Fit.Kind.TYPE, Fit.Kind.SIZE, Fit.Kind.INCOME).stream()
                  .allMatch(kind -> fit.criterion(kind).met());
      CandidateRow row = candidates.get(demand.number());
      assertThat(row != null).as(demand.number()).isEqualTo(offeredToIt);
      if (row != null) {
        assertThat(row.otherPlace())
            .as(demand.number())
            .isEqualTo(fit.criterion(Fit.Kind.LOCATION).given().equals("0"));
        elsewhere += row.otherPlace() ? 1 : 0;
      } else {
        outside++;
      }
    }
    assertThat(elsewhere).isPositive();
    assertThat(outside).isPositive();
  }

  @Test
  void R_441_1_whoAcceptsOtherPlacesIsAddedOnlyWhenAskedFor() {
    Offered dwelling = offered("44109");
    Map<String, CandidateRow> own = candidates(dwelling, false);
    Map<String, CandidateRow> all = candidates(dwelling, true);
    assertThat(own.values()).noneMatch(CandidateRow::otherPlace);
    assertThat(all).hasSizeGreaterThan(own.size());
    assertThat(
            all.values().stream().filter(row -> !row.otherPlace()).map(CandidateRow::uniqueNumber))
        .containsExactlyInAnyOrderElementsOf(own.keySet());
    assertThat(all.values().stream().filter(CandidateRow::otherPlace))
        .allSatisfy(row -> assertThat(row.wished()).isNotEqualTo("44109"));
  }

  /** All of them, page by page, each once, as many as the total says. */
  private Map<String, CandidateRow> candidates(Offered dwelling, boolean others) {
    List<Municipality> within = new ArrayList<>();
    within.add(reference.municipality(dwelling.municipality()).orElseThrow());
    List<String> around =
        others ? new OtherPlaces(jdbi).around(List.of(dwelling.municipality()), KM) : List.of();
    around.forEach(code -> within.add(reference.municipality(code).orElseThrow()));
    CandidateSearch search =
        new CandidateSearch(
            List.of(dwelling.municipality()),
            dwelling.type(),
            dwelling.scheme(),
            dwelling.id(),
            CandidateFilter.NONE,
            around.stream().filter(code -> !code.equals(dwelling.municipality())).toList());
    CandidateFinder.Yardstick yardstick =
        new Yardsticks(jdbi, reference).of(search, within, TestDatabase.TODAY);
    Map<String, CandidateRow> found = new HashMap<>();
    CandidatePage.Cursor cursor = CandidatePage.Cursor.START;
    while (cursor != null) {
      CandidatePage page =
          new CandidateFinder(jdbi, true).find(search, yardstick, scope, true, cursor, 100);
      page.rows().forEach(row -> assertThat(found.put(row.uniqueNumber(), row)).isNull());
      if (page.next() == null) {
        assertThat(page.total()).isEqualTo(found.size());
      }
      cursor = page.next();
    }
    return found;
  }

  private FitFinder.Yardstick yardstick(Offered dwelling, Known demand) {
    Map<String, Integer> ceilings = new HashMap<>();
    for (FundingScheme scheme : FundingScheme.values()) {
      ceilings.put(
          scheme.name(),
          AllocationRules.ceilingsOf(reference, scheme, "44", TestDatabase.TODAY)
              .of(demand.category()));
    }
    SizeGrid grid =
        reference.sizeGrid(
            reference.municipality(dwelling.municipality()).orElseThrow(), TestDatabase.TODAY);
    return new FitFinder.Yardstick(grid, List.of(), ceilings, KM);
  }

  private Offered offered(String municipality) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select v.id, w.dwelling_type, w.scheme from vacancy v join dwelling w on w.id"
                        + " = v.dwelling_id where v.status = 'OPEN' and w.municipality_code = :code"
                        + " order by w.dwelling_type not in ('T2', 'T3'), v.id"
                        + " limit 1")
                .bind("code", municipality)
                .map(
                    (row, context) ->
                        new Offered(
                            row.getLong(1),
                            municipality,
                            DwellingType.valueOf(row.getString(2)),
                            FundingScheme.valueOf(row.getString(3))))
                .one());
  }

  /** Active demands of the département, whatever they wish. */
  private List<Known> some() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id, unique_number, household_category from demand where status ="
                        + " 'ACTIVE' and departement_code = '44' order by md5(unique_number) limit"
                        + " :some")
                .bind("some", DEMANDS)
                .map((row, context) -> new Known(row.getLong(1), row.getString(2), row.getInt(3)))
                .list());
  }
}
