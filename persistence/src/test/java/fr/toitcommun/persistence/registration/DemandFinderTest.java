package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandFinderTest {
  private final Jdbi jdbi = Reads.over(TestDatabase.demonstration());
  private final Scope everything = new AgentReader(jdbi).find("gestionnaire").orElseThrow().scope();

  private record Someone(String number, String givenName, String surname, LocalDate born) {}

  private Someone someone;

  @BeforeEach
  void chooseSomeone() {
    someone =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select d.unique_number, m.given_name, m.surname, m.birth_date from demand"
                            + " d join household_member m on m.demand_id = d.id and m.role ="
                            + " 'APPLICANT' where d.status = 'ACTIVE' and m.given_name ~ '[éèëï]'"
                            + " and length(m.surname) > 7 and (m.birth_name is null or m.birth_name"
                            + " = m.surname) and d.unique_number not in (select unique_number from"
                            + " planted_duplicate) order by d.id limit 1")
                    .map(DemandFinderTest::someone)
                    .one());
  }

  private static Someone someone(ResultSet row, StatementContext context) throws SQLException {
    return new Someone(
        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class));
  }

  @Test
  void byNumberHoweverItIsTyped() {
    String spaced = new UniqueNumber(someone.number()).readable().toLowerCase(Locale.ROOT);
    assertThat(numbers(spaced)).containsExactly(someone.number());
  }

  @Test
  void byNameWithoutAccentsInAnyOrderAndCase() {
    String bare = NameKey.of(someone.givenName());
    assertThat(numbers(someone.surname().toUpperCase(Locale.ROOT) + " " + bare))
        .contains(someone.number());
    assertThat(numbers(bare + " " + someone.surname())).contains(someone.number());
  }

  @Test
  void oneErrorInTheSurnameIsForgivenToNearlyEveryoneOnTheFirstPage() {
    List<Someone> many =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select d.unique_number, m.given_name, m.surname, m.birth_date from demand"
                            + " d join household_member m on m.demand_id = d.id and m.role ="
                            + " 'APPLICANT' where d.status = 'ACTIVE' and length(m.surname) > 4"
                            + " order by d.id limit 300")
                    .map(DemandFinderTest::someone)
                    .list());
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < many.size(); i++) {
      Someone one = many.get(i);
      String typed = mistyped(one.surname(), i) + " " + one.givenName();
      if (!numbers(typed).contains(one.number())) {
        lost.add(typed);
      }
    }
    assertThat(many).hasSize(300);
    assertThat(lost).hasSizeLessThanOrEqualTo(9);
  }

  /** A letter left out, doubled, changed or swapped with the next, somewhere within. */
  private static String mistyped(String name, int which) {
    int at = 1 + which / 4 % (name.length() - 2);
    String before = name.substring(0, at);
    return switch (which % 4) {
      case 0 -> before + name.substring(at + 1);
      case 1 -> before + name.charAt(at) + name.substring(at);
      case 2 -> before + 'o' + name.substring(at + 1);
      default -> before + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    };
  }

  @Test
  void byBirthDateInFrenchOrIsoForm() {
    LocalDate born = someone.born();
    String french =
        "%d/%d/%d".formatted(born.getDayOfMonth(), born.getMonthValue(), born.getYear());
    assertThat(numbers(french)).contains(someone.number());
    assertThat(numbers(born.toString())).contains(someone.number());
    assertThat(numbers(someone.surname() + " " + french)).contains(someone.number());
  }

  @Test
  void theTotalIsExactAndPagesFollowOneAnother() {
    DemandQuery martin = DemandQuery.read("martin");
    DemandFinder finder = new DemandFinder(jdbi);
    DemandPage all = finder.find(martin, everything, 0, 1_000);
    assertThat(all.total()).isEqualTo(all.rows().size()).isGreaterThan(5);
    DemandPage second = finder.find(martin, everything, 3, 2);
    assertThat(second.total()).isEqualTo(all.total());
    assertThat(second.rows()).isEqualTo(all.rows().subList(3, 5));
  }

  @Test
  void R_441_2_6_whatIsOutOfScopeIsNotFound() {
    Scope commune = new AgentReader(jdbi).find("adil.44").orElseThrow().scope();
    assertThat(
            new DemandFinder(jdbi).find(DemandQuery.read(someone.number()), commune, 0, 10).total())
        .isZero();
  }

  private long count(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "'; --", "31/02/1990", "1990-13-01"})
  void whatMakesNoSenseIsRefusedAtTheField(String typed) {
    RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> DemandQuery.read(typed));
    assertThat(refused.faults()).extracting(Fault::field).containsExactly("query");
  }

  @Test
  void aQueryTooLongIsRefused() {
    assertThat(
            catchThrowableOfType(RefusedInput.class, () -> DemandQuery.read("a".repeat(201)))
                .faults())
        .extracting(Fault::code)
        .containsExactly("TOO_LONG");
  }

  private List<String> numbers(String typed) {
    return new DemandFinder(jdbi).find(DemandQuery.read(typed), everything, 0, 50).uniqueNumbers();
  }
}
