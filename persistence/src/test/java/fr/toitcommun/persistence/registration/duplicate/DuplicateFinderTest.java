package fr.toitcommun.persistence.registration.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.registration.Forms;
import fr.toitcommun.persistence.registration.PersonForm;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the duplicates that the generator planted and listed apart. */
class DuplicateFinderTest {
  private final Jdbi jdbi = Reads.over(TestDatabase.demonstration());

  private record Planted(String number, String other, String departement, PersonForm person) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IDENTICAL",
        "ACCENTS",
        "INVERTED_NAMES",
        "BIRTH_NAME",
        "TYPING_ERROR",
        "SWAPPED_DAY_MONTH",
        "PHONETIC"
      })
  void R_441_2_3_aPersonAlreadyInTheFileIsShownBeforeSaving(String kind) {
    List<Planted> planted = planted(kind);
    assertThat(planted).isNotEmpty();
    long found =
        planted.stream()
            .filter(
                pair ->
                    find(pair, scope("gestionnaire")).shown().stream()
                        .anyMatch(likely -> likely.uniqueNumber().equals(pair.other())))
            .count();
    assertThat(found)
        .as("%s: %d of %d found", kind, found, planted.size())
        .isGreaterThanOrEqualTo(Math.round(planted.size() * 0.9));
  }

  @Test
  void R_441_2_6_aDuplicateOutOfScopeIsKnownToBeThereButNotShown() {
    Planted pair = planted("IDENTICAL").get(0);
    LikelyDuplicates found = find(pair, scope("adil.44"));
    assertThat(found.shown()).isEmpty();
    assertThat(found.hidden()).isPositive();
    assertThat(found.none()).isFalse();
  }

  @Test
  void strangersAreNotShown() {
    PersonForm stranger = Forms.person("Zébulon", "Quiquengrogne", LocalDate.of(1981, 3, 30));
    assertThat(new DuplicateFinder(jdbi).find(stranger, "44", null, scope("gestionnaire")).none())
        .isTrue();
  }

  private LikelyDuplicates find(Planted pair, Scope scope) {
    return new DuplicateFinder(jdbi).find(pair.person(), pair.departement(), pair.number(), scope);
  }

  private Scope scope(String login) {
    return new AgentReader(jdbi).find(login).orElseThrow().scope();
  }

  private List<Planted> planted(String kind) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select p.unique_number, o.unique_number as other, d.departement_code,"
                        + " m.given_name, m.surname, m.birth_date, m.birth_name from"
                        + " planted_duplicate p join planted_duplicate o on o.set_number ="
                        + " p.set_number and o.unique_number <> p.unique_number join demand d on"
                        + " d.unique_number = p.unique_number and d.status = 'ACTIVE' join demand"
                        + " od on od.unique_number = o.unique_number and od.status = 'ACTIVE' join"
                        + " household_member m on m.demand_id = d.id and m.role = 'APPLICANT' where"
                        + " p.kind = :kind order by p.unique_number")
                .bind("kind", kind)
                .map(
                    (row, context) -> {
                      PersonForm person =
                          Forms.person(
                              row.getString(4),
                              row.getString(5),
                              row.getObject(6, LocalDate.class));
                      person.setBirthName(row.getString(7));
                      return new Planted(
                          row.getString(1), row.getString(2), row.getString(3), person);
                    })
                .list());
  }
}
