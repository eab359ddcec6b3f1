package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.scoring.ScoringCriterion;
import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fact that a grid may give points for: where it is so, where it is not, and its edge. */
class ScoringFactsTest extends ScoredDemand {
  @Test
  void everyFactOfTheCatalogueIsAQueryThatRuns() {
    ScoringCriterion[] all =
        Arrays.stream(ScoringFact.values())
            .map(fact -> new ScoringCriterion(fact, 1, 50, true, null))
            .toArray(ScoringCriterion[]::new);
    assertThat(score(all)).hasSize(2);
    assertThat(points()).hasSize(all.length);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "DALO | dalo_status = 'ACTIF'",
        "COLLECTIVE_AGREEMENT | collective_agreement = 'ACD'",
        "COLLECTIVE_AGREEMENT | collective_agreement = 'ACI'",
        "ABNORMAL_DELAY | abnormal_delay_since = '2026-01-01'",
        "ANY_GROUND | priority_grounds = 2",
        "DEMOLITION | main_motive = '02'",
        "UNFIT | third_motive = '03'",
        "NOTICE_TO_LEAVE | second_motive = '04'",
        "EVICTION | main_motive = '05'",
        "VIOLENCE | main_motive = '06'",
        "HEALTH | second_motive = '08'",
        "SEPARATION | third_motive = '11'",
        "FAMILY_REUNION | main_motive = '15'",
        "CHILD_MINDER | main_motive = '16'",
        "NEW_WORKPLACE | main_motive = '18'",
        "CLOSER_TO_WORK | main_motive = '19'",
        "ADAPTED_DWELLING | needs_adapted_dwelling = true",
        "TRANSFER | transfer = true",
        "SINGLE_PARENT | household_size = 2, expected_children = 1",
        "LIVES_HERE | municipality_code = '44109'",
        "HEAVY_RENT | current_rent = 600, housing_aid = 100, annual_resources = 18000"
      })
  void aFactCountsWhereItIsSoAndNotWhereItIsNot(ScoringFact fact, String change) {
    ScoringCriterion one = new ScoringCriterion(fact, 7, null, false, null);
    assertThat(score(one)).containsExactly(0, 0);
    run("update demand set " + change + " where id = " + demand);
    assertThat(score(one)).containsExactly(7, 7);
  }

  /** Each ground alone gives the points of its own line, and of no other. */
  @ParameterizedTest
  @EnumSource(value = PriorityGround.class, names = "DALO", mode = EnumSource.Mode.EXCLUDE)
  void L_441_1_aCertifiedGroundCountsAsItselfAlone(PriorityGround ground) {
    run("update demand set priority_grounds = " + ground.bit() + " where id = " + demand);
    List<ScoringFact> grounds =
        Arrays.stream(ScoringFact.values())
            .filter(one -> one.name().startsWith("GROUND_"))
            .toList();
    score(
        grounds.stream()
            .map(one -> new ScoringCriterion(one, 7, null, false, null))
            .toArray(ScoringCriterion[]::new));
    assertThat(points())
        .containsExactlyElementsOf(
            grounds.stream().map(one -> one.name().equals("GROUND_" + ground) ? 7 : 0).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "SD, NO_HOME",
    "SQUAT, NO_HOME",
    "CAMCAR, NO_HOME",
    "HOT, NO_HOME",
    "SH, IN_STRUCTURE",
    "RHVS, IN_STRUCTURE",
    "CDEFCM, IN_STRUCTURE",
    "RS, IN_STRUCTURE",
    "CP, HOSTED_BY_OTHERS",
    "SLHT, HOSTED_BY_OTHERS",
    "CPE, HOSTED_BY_FAMILY",
    "LP, PRIVATE_TENANT",
    "FONC, ",
    "POCC, "
  })
  void aPresentDwellingIsOfOneKindAtMost(String tenure, ScoringFact kind) {
    run("update demand set current_tenure = '" + tenure + "' where id = " + demand);
    List<ScoringFact> kinds =
        List.of(
            ScoringFact.NO_HOME,
            ScoringFact.IN_STRUCTURE,
            ScoringFact.HOSTED_BY_OTHERS,
            ScoringFact.HOSTED_BY_FAMILY,
            ScoringFact.PRIVATE_TENANT);
    score(
        kinds.stream()
            .map(one -> new ScoringCriterion(one, 7, null, false, null))
            .toArray(ScoringCriterion[]::new));
    assertThat(points())
        .containsExactlyElementsOf(kinds.stream().map(one -> one == kind ? 7 : 0).toList());
  }

  @ParameterizedTest(name = "{0} m² for {1}: {2}")
  @CsvSource({
    "8, 1, 7",
    "9, 1, 0",
    "8, , 7",
    "9, , 0",
    "15, 2, 7",
    "16, 2, 0",
    "24, 3, 7",
    "25, 3, 0",
    "69, 8, 7",
    "70, 8, 0",
    "69, 10, 7",
    "70, 10, 0"
  })
  void R_822_25_nineSquareMetresForOneSixteenForTwoNineMoreForEachOther(
      int surface, Integer occupants, int points) {
    run(
        "update demand set current_surface = "
            + surface
            + ", current_occupants = "
            + occupants
            + " where id = "
            + demand);
    assertThat(score(new ScoringCriterion(ScoringFact.OVER_OCCUPIED, 7, null, false, null)))
        .containsExactly(points, points);
  }

  @ParameterizedTest(name = "{0} for {1}: {2}")
  @CsvSource({"T2, 1, 0", "T3, 1, 7", "T3, , 7", "T3, 2, 0", "T4, 2, 7", "T6P, 4, 7", "C, 1, 0"})
  void L_442_3_1_moreRoomsThanPersonsAndOneIsTooManyRooms(
      String type, Integer occupants, int points) {
    run(
        "update demand set current_type = '"
            + type
            + "', current_occupants = "
            + occupants
            + " where id = "
            + demand);
    assertThat(score(new ScoringCriterion(ScoringFact.UNDER_OCCUPIED, 7, null, false, null)))
        .containsExactly(points, points);
  }

  @Test
  void R_441_3_1_aRentIsHeavyFromTheShareOfTheRulesOnNetOfAid() {
    ScoringCriterion heavy = new ScoringCriterion(ScoringFact.HEAVY_RENT, 7, null, false, null);
    long percent =
        number("select value::int from rule_parameter where name = 'SCORING_EFFORT_PERCENT'");
    // A thousand euros a month, so that a percent is ten euros.
    String resources = "update demand set annual_resources = 12000, housing_aid = 100, ";
    run(resources + "current_rent = " + (10 * percent + 100) + " where id = " + demand);
    assertThat(score(heavy)).containsExactly(7, 7);
    run(resources + "current_rent = " + (10 * percent + 99) + " where id = " + demand);
    assertThat(score(heavy)).containsExactly(0, 0);
  }

  @Test
  void L_441_1_theFirstQuartileEndsWithItsThreshold() {
    ScoringCriterion poor = new ScoringCriterion(ScoringFact.FIRST_QUARTILE, 7, null, false, null);
    long most = number("select first_quartile_threshold_of('244400404', date '" + TODAY + "')");
    run("update demand set resources_per_unit = " + most + " where id = " + demand);
    assertThat(score(poor)).containsExactly(7, 7);
    run("update demand set resources_per_unit = " + (most + 1) + " where id = " + demand);
    assertThat(score(poor)).containsExactly(0, 0);
  }

  @Test
  void eachChildCountsThoseToBeBornIncluded() {
    ScoringCriterion children = new ScoringCriterion(ScoringFact.CHILDREN, 3, null, false, null);
    run("update demand set expected_children = 1, household_size = 3 where id = " + demand);
    add("DEPENDANT", "\"kinship\": \"E\"", "2020-01-01");
    assertThat(score(children)).containsExactly(6, 6);
    run("update household_member set kinship = 'P' where id = " + ADDED);
    assertThat(score(children)).as("a parent is no child").containsExactly(3, 3);
  }

  @ParameterizedTest(name = "27 and born {0}: {1}")
  @CsvSource({"1998-11-23, 7", "1997-11-24, 7", "1997-11-23, 0"})
  void aCoupleIsYoungWhileItsAgesSumToNoMoreThanFiftyFive(String born, int points) {
    run("update demand set household_size = 2 where id = " + demand);
    run("update household_member set birth_date = '1999-11-23' where demand_id = " + demand);
    ScoringCriterion young = new ScoringCriterion(ScoringFact.YOUNG_COUPLE, 7, null, false, null);
    assertThat(score(young)).as("alone").containsExactly(0, 0);
    add("CO_APPLICANT", "\"applicant_link\": \"M\"", born);
    assertThat(score(young)).containsExactly(points, points);
  }

  @Test
  void whereSomebodyWorksIsDisabledOrWishesFirstIsReadOffTheHousehold() {
    ScoringCriterion works = new ScoringCriterion(ScoringFact.WORKS_HERE, 1, null, false, null);
    ScoringCriterion disabled = new ScoringCriterion(ScoringFact.DISABILITY, 2, null, false, null);
    ScoringCriterion first =
        new ScoringCriterion(ScoringFact.FIRST_WISH_HERE, 4, null, false, null);
    run(
        "update wished_location set municipality_code = '44184' where rank = 1 and demand_id = "
            + demand);
    run(
        "insert into wished_location (demand_id, rank, municipality_code) values ("
            + demand
            + ", 9, '44109')");
    assertThat(score(works, disabled, first)).containsExactly(0, 0);
    run(
        "update household_member set disabled = true, employer_postal_code = '44000',"
            + " employer_city = 'Nantes' where demand_id = "
            + demand);
    run(
        "update wished_location set municipality_code = '44109' where rank = 1 and demand_id = "
            + demand);
    score(works, disabled, first);
    assertThat(points()).containsExactly(1, 2, 4);
  }

  /** What filters ask and lists mark is on the row that candidates are found by. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "TRANSFER | transfer = true",
        "ADAPTED | needs_adapted_dwelling = true",
        "DALO | dalo_status = 'ACTIF'",
        "AGREEMENT | collective_agreement = 'ACI'",
        "CONTRIBUTOR | salaried_contributor = true",
        "OTHER_PLACES | accepts_other_locations = true",
        "ABNORMAL_DELAY | abnormal_delay_since = '2026-01-01'"
      })
  void aTraitStandsOnTheRowsOfItsDemand(CandidateTrait trait, String change) {
    run(
        "update demand set salaried_contributor = false, accepts_other_locations = false where id ="
            + " "
            + demand);
    score();
    assertThat(traits()).containsOnly(0L);
    run("update demand set " + change + " where id = " + demand);
    score();
    assertThat(traits()).containsOnly((long) trait.bit());
    run("update demand set dalo_status = 'CADUC' where id = " + demand);
    score();
    assertThat(traits()).doesNotContain((long) CandidateTrait.DALO.bit());
  }

  private static List<Long> traits() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select distinct traits from candidate_wish where demand_id = :demand")
                .bind("demand", demand)
                .mapTo(Long.class)
                .list());
  }
}
