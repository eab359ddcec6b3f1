package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.reference.SizeFit;
import fr.toitcommun.persistence.reference.SizeGrid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One demand and one vacancy, which is changed for each case. */
class FitFinderTest {
  private static final FitFinder.Yardstick YARDSTICK =
      new FitFinder.Yardstick(
          grid(null, "T2", 1, "T2", 2, "T3", 2, "T3", 3, "T5", 5, "T5", 6),
          List.of(),
          Map.of("PLAI", 12_870, "PLUS", 23_403),
          20);
  private static Jdbi jdbi;
  private static long demand;
  private static long vacancy;

  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(600, 12);
    demand =
        number(
            "select min(id) from demand where status = 'ACTIVE' and departement_code = '44' and"
                + " legal_name is null");
    vacancy =
        number(
            "select min(v.id) from vacancy v join dwelling w on w.id = v.dwelling_id where"
                + " v.status = 'OPEN' and w.municipality_code = '44109'");
    run("update vacancy set status = 'WITHDRAWN' where status = 'OPEN' and id <> " + vacancy);
  }

  @BeforeEach
  void begin() {
    run(
        "update demand set household_size = 2, household_category = 1, annual_income = 12000,"
            + " maximum_rent = 600, needs_adapted_dwelling = false, accepts_ground_floor = true,"
            + " accepts_no_lift = true, sought_category = 'I', accepts_other_locations = false"
            + " where id = "
            + demand);
    run("delete from wished_location where demand_id = " + demand);
    run(
        "insert into wished_location (demand_id, rank, municipality_code) values ("
            + demand
            + ", 1, '44109')");
    run("delete from wished_type where demand_id = " + demand);
    run("insert into wished_type values (" + demand + ", 'T2'), (" + demand + ", 'T3')");
    run(
        "update dwelling set municipality_code = '44109', dwelling_type = 'T2', scheme = 'PLAI',"
            + " main_rent = 400, charges = 100, floor = 1, lift = true, wheelchair = false,"
            + " category = 'A' where id = (select dwelling_id from vacancy where id = "
            + vacancy
            + ")");
  }

  @Test
  void R_441_1_aDwellingThatMeetsAllFits() {
    FitFinder.Found found = new FitFinder(jdbi).find(demand, YARDSTICK, 10);
    assertThat(found.fitting()).isEqualTo(1);
    assertThat(found.total()).isEqualTo(1);
    assertThat(found.fits().get(vacancy).firstFailure()).isNull();
    assertThat(found.fits().get(vacancy).criterion(Fit.Kind.LOCATION).given()).isEqualTo("1");
  }

  @ParameterizedTest(name = "{0} {1}: {2} by {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "dwelling | municipality_code = '44162' | LOCATION | 7",
        "dwelling | dwelling_type = 'T5' | TYPE | -",
        "demand | household_size = 3 | SIZE | 1",
        "demand | annual_income = 14110 | INCOME | 1240",
        "demand | needs_adapted_dwelling = true | ACCESS | -",
        "demand | sought_category = 'M' | CATEGORY | -",
        "dwelling | charges = 245 | RENT | 45"
      })
  void R_441_1_theFirstCriterionThatFailsAndByHowMuch(
      String table, String change, Fit.Kind kind, Integer gap) {
    run(
        "update "
            + table
            + " set "
            + change
            + " where id = "
            + (table.equals("demand")
                ? String.valueOf(demand)
                : "(select dwelling_id from vacancy where id = " + vacancy + ")"));
    FitFinder.Found found = new FitFinder(jdbi).find(demand, YARDSTICK, 10);
    assertThat(found.fitting()).isZero();
    Fit.Criterion failure = found.fits().get(vacancy).firstFailure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.gap()).isEqualTo(gap);
  }

  @Test
  void tooFewPersonsForATypeIsAGapBelowZero() {
    run("insert into wished_type values (" + demand + ", 'T5')");
    run(
        "update dwelling set dwelling_type = 'T5' where id = (select dwelling_id from vacancy"
            + " where id = "
            + vacancy
            + ")");
    Fit fit = new FitFinder(jdbi).find(demand, YARDSTICK, 10).fits().get(vacancy);
    assertThat(fit.firstFailure().kind()).isEqualTo(Fit.Kind.SIZE);
    assertThat(fit.firstFailure().gap()).isEqualTo(-3);
  }

  @Test
  void whoAcceptsOtherPlacesIsOfferedThoseNearAndToldHowFar() {
    run(
        "update dwelling set municipality_code = '44162' where id = (select dwelling_id from"
            + " vacancy where id = "
            + vacancy
            + ")");
    run("update demand set accepts_other_locations = true where id = " + demand);
    Fit near = new FitFinder(jdbi).find(demand, YARDSTICK, 10).fits().get(vacancy);
    assertThat(near.fits()).isTrue();
    assertThat(near.criterion(Fit.Kind.LOCATION).gap()).isEqualTo(7);
    run(
        "update dwelling set municipality_code = '44036' where id = (select dwelling_id from"
            + " vacancy where id = "
            + vacancy
            + ")");
    Fit far = new FitFinder(jdbi).find(demand, YARDSTICK, 10).fits().get(vacancy);
    assertThat(far.firstFailure().kind()).isEqualTo(Fit.Kind.LOCATION);
    assertThat(far.firstFailure().gap()).isGreaterThan(20);
    run("update demand set accepts_other_locations = false where id = " + demand);
    assertThat(new FitFinder(jdbi).find(demand, YARDSTICK, 10).total()).isZero();
  }

  @Test
  void L_441_2_8_whatFitsIsToldByTheGridOfTheDwellingsTerritory() {
    String nantes = "244400404";
    FitFinder.Yardstick ofNantes =
        new FitFinder.Yardstick(
            YARDSTICK.common(),
            List.of(grid(nantes, "T2", 1), grid("244400644", "T2", 2)),
            YARDSTICK.ceilings(),
            YARDSTICK.otherKm());
    Fit.Criterion size =
        new FitFinder(jdbi).find(demand, ofNantes, 10).fits().get(vacancy).criterion(Fit.Kind.SIZE);
    assertThat(size.met()).isFalse();
    assertThat(size.gap()).isEqualTo(1);
    assertThat(size.asked()).isEqualTo("[1]");
  }

  @Test
  void R_441_1_moreThanTenPersonsFitTheLastLineOfTheGrid() {
    run("update demand set household_size = 12 where id = " + demand);
    FitFinder.Yardstick large =
        new FitFinder.Yardstick(
            grid(null, "T2", 10), List.of(), YARDSTICK.ceilings(), YARDSTICK.otherKm());
    assertThat(new FitFinder(jdbi).find(demand, large, 10).fitting()).isEqualTo(1);
  }

  /** What fits what: types and persons by turns. */
  private static SizeGrid grid(String epciSiren, Object... typesAndPersons) {
    List<SizeFit> fits = new ArrayList<>();
    for (int i = 0; i < typesAndPersons.length; i += 2) {
      fits.add(
          new SizeFit(
              (int) typesAndPersons[i + 1],
              (String) typesAndPersons[i],
              null,
              epciSiren,
              LocalDate.EPOCH,
              null,
              "test",
              true));
    }
    return new SizeGrid(null, epciSiren, fits);
  }

  private static void run(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }

  private static long number(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
