package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.reference.SizeGrid;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.territory.Municipality;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten persons of the grid of household and type stand for more, in searches, too. */
class LargeHouseholdsTest extends ScoredDemand {
  private static final String NANTES = "44109";

  @BeforeEach
  void wishesALargeDwellingInNantes() {
    run(
        "insert into wished_location (demand_id, rank, municipality_code) select id, 9, '44109'"
            + " from demand d where id = "
            + demand
            + " and not exists (select 1 from wished_location l where l.demand_id = d.id and"
            + " municipality_code = '44109')");
    run(
        "insert into wished_type (demand_id, dwelling_type) values ("
            + demand
            + ", 'T6P') on conflict do nothing");
  }

  @AfterEach
  void onePersonAgain() {
    persons(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 9, 10, 11, 14, 20, 30})
  void R_441_1_aHouseholdOfThatManyIsACandidateForTheLargestType(int persons) {
    persons(persons);
    Reference reference = Reference.load(jdbi);
    Municipality nantes = reference.municipality(NANTES).orElseThrow();
    assertThat(reference.sizeGrid(nantes, TODAY).fit(persons, "T6P")).isTrue();
    assertThat(found(DwellingType.T6P)).contains(numberOfDemand());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 11})
  void R_441_1_aDwellingOfAnotherSizeIsNotForThem(int persons) {
    run(
        "insert into wished_type (demand_id, dwelling_type) values ("
            + demand
            + ", 'T2') on conflict do nothing");
    persons(1);
    assertThat(found(DwellingType.T2)).as("for one person").contains(numberOfDemand());
    persons(persons);
    assertThat(found(persons == 1 ? DwellingType.T6P : DwellingType.T2))
        .doesNotContain(numberOfDemand());
  }

  @Test
  void sizesOfAGridWithoutTenStandForThemselves() {
    assertThat(SizeGrid.stoodFor(List.of(1, 2))).containsExactly(1, 2);
    assertThat(SizeGrid.stoodFor(List.of(9, 10))).hasSize(22).contains(11, 30).doesNotContain(31);
  }

  private static void persons(int persons) {
    run(
        "update demand set household_size = "
            + persons
            + ", household_category = "
            + persons
            + ", annual_income = 20000 where id = "
            + demand);
    jdbi.useHandle(
        handle -> {
          CandidateRows.remove(handle, List.of(demand));
          CandidateRows.write(handle, demand, TODAY);
        });
  }

  private static String numberOfDemand() {
    return text("select unique_number from demand where id = " + demand);
  }

  /** All of them, with the exact total counted by the other statement. */
  private static List<String> found(DwellingType type) {
    Scope scope = new AgentReader(jdbi).find("bailleur.nantes").orElseThrow().scope();
    Reference reference = Reference.load(jdbi);
    CandidateSearch search = new CandidateSearch(NANTES, type, FundingScheme.PLS, null);
    CandidatePage page =
        new CandidateFinder(jdbi, true)
            .find(
                search,
                new Yardsticks(jdbi, reference)
                    .of(search, List.of(reference.municipality(NANTES).orElseThrow()), TODAY),
                scope,
                true,
                CandidatePage.Cursor.START,
                100_000);
    assertThat(page.total()).isEqualTo(page.rows().size());
    return page.rows().stream().map(CandidateRow::uniqueNumber).toList();
  }
}
