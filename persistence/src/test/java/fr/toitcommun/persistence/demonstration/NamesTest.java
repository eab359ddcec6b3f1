package fr.toitcommun.persistence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Names are many, weighted by the decade of birth, and written as French names are. */
class NamesTest {
  @Test
  void thereAreFiveHundredSurnamesAndEightHundredGivenNamesOrMore() {
    assertThat(distinct("surnames")).hasSizeGreaterThanOrEqualTo(500);
    assertThat(distinct("given-names")).hasSizeGreaterThanOrEqualTo(800);
  }

  @Test
  void someHaveAccentsHyphensOrParticles() {
    List<String> used =
        Sql.texts(
            TestDatabase.demonstration(),
            "select distinct surname from household_member union select distinct given_name"
                + " from household_member");
    assertThat(used).anyMatch(name -> name.matches(".*[éèêëïçÉ].*"));
    assertThat(used).anyMatch(name -> name.matches("\\p{L}+-\\p{L}+"));
    assertThat(used).anyMatch(name -> name.matches("(Le|de|du|des|d'|Du|De) ?\\p{L}+.*"));
  }

  @Test
  void aNameOfThePastIsBornInThePast() {
    double bernard = meanYear("Bernard");
    double thibaut = meanYear("Baptiste");
    assertThat(bernard).isLessThan(1968);
    assertThat(thibaut).isGreaterThan(1980);
  }

  private static double meanYear(String given) {
    return Sql.number(
        TestDatabase.demonstration(),
        "select avg(extract(year from birth_date)) from household_member where given_name = '"
            + given
            + "'");
  }

  private static Set<String> distinct(String list) {
    Set<String> names = new TreeSet<>();
    Csv.read(list).forEach(row -> names.add(row[0]));
    return names;
  }
}
