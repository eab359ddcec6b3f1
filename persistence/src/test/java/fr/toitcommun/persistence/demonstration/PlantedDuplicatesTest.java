package fr.toitcommun.persistence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The sets of two demands planted for the search of duplicates are listed and are what they say.
 */
class PlantedDuplicatesTest {
  private static final String PAIRS =
      " from planted_duplicate p join planted_duplicate q on q.set_number = p.set_number"
          + " and p.unique_number < q.unique_number"
          + " join demand d on d.unique_number = p.unique_number"
          + " join demand e on e.unique_number = q.unique_number"
          + " join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'"
          + " join household_member b on b.demand_id = e.id and b.role = 'APPLICANT'";

  @Test
  void aboutSixDemandsInAThousandAreInASetOfDuplicates() {
    Volumes volumes = new Volumes(TestDatabase.DEMANDS);
    assertThat(
            Sql.number(
                TestDatabase.demonstration(),
                "select count(*) from planted_duplicate where kind not in ('TWINS', 'HOMONYM')"))
        .isEqualTo(2.0 * volumes.duplicateSets());
    assertThat(2.0 * new Volumes(Demonstration.FILE_OF_2006).duplicateSets() / 82_000)
        .isEqualTo(0.006);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindIsPlanted(PlantedKind kind) {
    assertThat(
            Sql.number(
                TestDatabase.demonstration(),
                "select count(*)" + PAIRS + " where p.kind = '" + kind + "'"))
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  void bothDemandsAreActiveInOneDepartementAndOneSetHoldsTwo() {
    List<String> odd =
        Sql.texts(
            TestDatabase.demonstration(),
            "select p.set_number"
                + PAIRS
                + " where d.status <> 'ACTIVE' or e.status <> 'ACTIVE'"
                + " or d.departement_code <> e.departement_code or p.kind <> q.kind"
                + " union all select set_number from planted_duplicate group by 1"
                + " having count(*) <> 2");
    assertThat(odd).isEmpty();
  }

  @Test
  void aPersonRegisteredTwiceWentToTwoDesks() {
    assertThat(
            Sql.texts(
                TestDatabase.demonstration(),
                "select p.set_number"
                    + PAIRS
                    + " where p.kind not in ('TWINS', 'HOMONYM') and d.desk_id = e.desk_id"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTICAL, 'a.surname = b.surname and a.given_name = b.given_name and a.birth_date ="
        + " b.birth_date'",
    "ACCENTS, 'a.given_name <> b.given_name and a.birth_date = b.birth_date'",
    "INVERTED_NAMES, 'a.surname = b.given_name and a.given_name = b.surname'",
    "BIRTH_NAME, 'a.surname <> b.surname and a.surname in (b.surname, b.birth_name) or b.surname ="
        + " a.birth_name'",
    "TYPING_ERROR, 'a.surname <> b.surname and a.given_name = b.given_name and"
        + " similarity(a.surname, b.surname) > 0.2'",
    "PHONETIC, 'a.surname <> b.surname and a.birth_date = b.birth_date'",
    "SWAPPED_DAY_MONTH, 'extract(day from a.birth_date) = extract(month from b.birth_date) and"
        + " a.birth_date <> b.birth_date'",
    "TWINS, 'a.surname = b.surname and a.given_name <> b.given_name and a.birth_date ="
        + " b.birth_date'",
    "HOMONYM, 'a.surname = b.surname and a.given_name = b.given_name and a.birth_date <>"
        + " b.birth_date'"
  })
  void aSetIsOfItsKind(PlantedKind kind, String condition) {
    assertThat(
            Sql.texts(
                TestDatabase.demonstration(),
                "select a.surname || ' ' || a.given_name || ' / ' || b.surname || ' ' ||"
                    + " b.given_name"
                    + PAIRS
                    + " where p.kind = '"
                    + kind
                    + "' and not ("
                    + condition
                    + ")"))
        .isEmpty();
  }
}
