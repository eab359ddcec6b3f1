package fr.toitcommun.persistence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demonstration holds what its accounts need, and leaves the file ready for more. */
class DemonstrationTest {
  private static final String OWN_OPEN =
      " from vacancy v join dwelling w on w.id = v.dwelling_id join partner p on p.id ="
          + " w.landlord_id join agent a on a.partner_id = p.id where a.login = 'bailleur.nantes'"
          + " and v.status = 'OPEN'";

  @ParameterizedTest
  @CsvSource({
    "guichet.nantes, LOCAL_AUTHORITY, 244400404, CERTIFY CONSULT DESIGNATE OBSERVE REGISTER SIT",
    "bailleur.nantes, LANDLORD, 44, CERTIFY CONSULT DECIDE EXTRACT HEALTH MATCH OBSERVE PROPOSE"
        + " REGISTER SENSITIVE SIGN SIT",
    "bailleur.saint-nazaire, LANDLORD, 44, CERTIFY CONSULT DECIDE EXTRACT HEALTH MATCH OBSERVE"
        + " PROPOSE REGISTER SENSITIVE SIGN SIT",
    "prefecture.44, STATE, 44, CERTIFY CONSULT DESIGNATE EXTRACT HEALTH MATCH OBSERVE REGISTER"
        + " SENSITIVE SIT",
    "departement.44, DEPARTMENT, 44, CERTIFY CONSULT DESIGNATE HEALTH MATCH OBSERVE REGISTER SIT",
    "commune.saint-nazaire, LOCAL_AUTHORITY, 44184, CERTIFY CONSULT DESIGNATE OBSERVE REGISTER SIT",
    "commune.sans-guichet, LOCAL_AUTHORITY, 44043, OBSERVE SIT",
    "action.logement, ACTION_LOGEMENT, 44 49 53 56 72 85, CERTIFY CONSULT DESIGNATE EXTRACT MATCH"
        + " OBSERVE REGISTER SIT",
    "adil.44, INFORMATION_AGENCY, 44, OBSERVE",
    "gestionnaire, FILE_MANAGER, 44 49 53 56 72 85, ADMINISTER CONSULT EXTRACT MATCH OBSERVE"
        + " REGISTER"
  })
  void everyAccountHasItsPartnerTerritoryAndRights(
      String login, String kind, String territory, String rights) {
    String query =
        "select p.kind || ', ' || (select string_agg(code, ' ' order by code) from"
            + " partner_territory t where t.partner_id = p.id) || ', ' || (select"
            + " string_agg(right_name, ' ' order by right_name) from agent_right r where r.agent_id"
            + " = a.id) from agent a join partner p on p.id = a.partner_id where a.login = '"
            + login
            + "' and a.password_hash is not null";
    assertThat(Sql.texts(TestDatabase.demonstration(), query))
        .containsExactly(kind + ", " + territory + ", " + rights);
  }

  @Test
  void onlyTheAccountsOfTheDemonstrationCanSignIn() {
    assertThat(
            Sql.texts(
                TestDatabase.demonstration(), "select login from active_agent_login order by 1"))
        .containsExactlyInAnyOrderElementsOf(Demonstration.ACCOUNTS);
    assertThat(
            Sql.number(
                TestDatabase.demonstration(), "select count(*) from agent where not demonstration"))
        .isZero();
  }

  @Test
  void theLandlordOfNantesHasFortyDwellingsToLetAndASessionToHoldToday() {
    DataSource file = TestDatabase.demonstration();
    assertThat(Sql.number(file, "select count(*)" + OWN_OPEN)).isEqualTo(40);
    assertThat(
            Sql.number(
                file,
                "select count(*)"
                    + OWN_OPEN
                    + " and not exists (select 1 from proposal x where x.vacancy_id = v.id)"))
        .isGreaterThanOrEqualTo(5);
    assertThat(
            Sql.texts(
                file,
                "select count(c.id) >= 3 from commission_session s join commission k on k.id ="
                    + " s.commission_id join agent a on a.partner_id = k.landlord_id join"
                    + " commission_item i on i.session_id = s.id left join item_candidate c on"
                    + " c.item_id = i.id where s.status = 'PLANNED' and a.login = 'bailleur.nantes'"
                    + " group by i.id"))
        .containsExactly("t", "t", "t", "t");
    assertThat(
            Sql.number(
                file,
                "select count(*) from commission_session s join commission k on k.id ="
                    + " s.commission_id join agent a on a.partner_id = k.landlord_id join"
                    + " commission_item i on i.session_id = s.id where s.status = 'PLANNED' and"
                    + " a.login = 'bailleur.nantes' and s.held_at::date = date '"
                    + TestDatabase.TODAY
                    + "'"))
        .isEqualTo(2);
  }

  @Test
  void theDeskOfNantesHasDemandsThatExpireSoon() {
    assertThat(
            Sql.number(
                TestDatabase.demonstration(),
                "select count(*) from demand d join agent a on a.desk_id = d.desk_id where a.login"
                    + " = 'guichet.nantes' and d.status = 'ACTIVE' and d.valid_until < date '"
                    + TestDatabase.TODAY.plusMonths(1)
                    + "'"))
        .isPositive();
  }

  @Test
  void numbersAndIdsGivenLaterAreNew() {
    DataSource file = TestDatabase.demonstration();
    assertThat(
            Sql.number(
                file,
                "select count(*) from demand d join pg_sequences s on s.sequencename ="
                    + " 'unique_number_0' || departement_code || '_' ||"
                    + " to_char(initial_deposit_date, 'MMYY') where substr(unique_number, 8,"
                    + " 6)::int > s.last_value"))
        .isZero();
    assertThat(
            Sql.number(
                file,
                "select count(distinct left(unique_number, 7)) - (select count(*) from pg_sequences"
                    + " where sequencename like 'unique\\_number\\_%') from demand"))
        .isZero();
    for (String table :
        List.of(
            "partner",
            "registration_desk",
            "agent",
            "demand",
            "household_member",
            "demand_event",
            "dwelling",
            "vacancy",
            "reservation_agreement",
            "proposal",
            "commission",
            "commission_session",
            "session_attendee",
            "commission_item",
            "item_candidate",
            "lease")) {
      assertThat(
              Sql.number(
                  file,
                  "select last_value - (select max(id) from " + table + ") from " + table + "_seq"))
          .as("the next block of fifty ends at last_value + 50 and begins after " + table)
          .isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void aLoadTellsHowFarItIsAndDoesNotCommit() throws SQLException {
    DataSource database = TestDatabase.empty();
    String indexes = "select count(*) from pg_indexes where tablename = 'demand'";
    var before = Sql.number(database, indexes);
    List<String> stages = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      Demonstration.load(
          connection,
          new Demonstration.Settings(500, 1, TestDatabase.TODAY, null),
          (stage, done, total) -> {
            assertThat(done).isBetween(0L, total);
            if (done == total) {
              stages.add(stage);
            }
          });
      connection.rollback();
    }
    assertThat(stages)
        .containsExactly(
            "partners", "demands", "dwellings", "proposals", "indexes", "statistics", "scores");
    assertThat(Sql.number(database, "select count(*) from demand")).isZero();
    assertThat(Sql.number(database, indexes)).isEqualTo(before);
  }

  @Test
  void tooSmallAFileIsRefused() {
    assertThatThrownBy(() -> new Demonstration.Settings(499, 1, TestDatabase.TODAY, null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
