package fr.toitcommun.persistence.partner;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of partner may see, compared with a slow and obvious recount (R.441-2-6). */
class ScopeTest {
  private final Jdbi jdbi = Reads.over(TestDatabase.demonstration());

  @ParameterizedTest
  @ValueSource(strings = {"bailleur.nantes", "prefecture.44", "departement.44"})
  void R_441_2_6_landlordStateAndDepartementSeeTheirDepartement(String login) {
    Scope scope = scope(login);
    assertThat(seen(scope, "d.departement_code = '44'"))
        .isEqualTo(count("d.departement_code = '44'"));
    assertThat(
            seen(
                scope,
                "d.departement_code <> '44' and d.desk_id not in (select id from registration_desk"
                    + " where partner_id = "
                    + scope.partnerId()
                    + ")"))
        .isZero();
  }

  @Test
  void R_441_2_6_aMunicipalitySeesTheDemandsOfItsEpciAndNoOthers() {
    Scope scope = scope("commune.saint-nazaire");
    String inEpci =
        "exists (select 1 from wished_location w join municipality m on m.code ="
            + " w.municipality_code where w.demand_id = d.id and m.epci_siren = (select epci_siren"
            + " from municipality where code = '44184'))";
    assertThat(count(inEpci)).isPositive();
    assertThat(seen(scope, inEpci)).isEqualTo(count(inEpci));
    assertThat(
            seen(
                scope,
                "not "
                    + inEpci
                    + " and d.desk_id not in (select id from registration_desk"
                    + " where partner_id = "
                    + scope.partnerId()
                    + ")"))
        .isZero();
  }

  @Test
  void R_441_2_6_actionLogementSeesEmployeesOfContributingEmployers() {
    Scope scope = scope("action.logement");
    assertThat(seen(scope, "d.salaried_contributor")).isEqualTo(count("d.salaried_contributor"));
    assertThat(
            seen(
                scope,
                "not d.salaried_contributor and d.desk_id not in (select id from registration_desk"
                    + " where partner_id = "
                    + scope.partnerId()
                    + ")"))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"adil.44", "commune.sans-guichet"})
  void R_441_2_6_whoDoesNotRegisterSeesNobody(String login) {
    assertThat(seen(scope(login), "true")).isZero();
  }

  @Test
  void R_441_2_5_theManagerSeesTheWholeFile() {
    assertThat(seen(scope("gestionnaire"), "true")).isEqualTo(count("true"));
  }

  @ParameterizedTest
  @CsvSource({
    "bailleur.nantes, 44109, 44, true",
    "bailleur.nantes, 56121, 56, false",
    "commune.saint-nazaire, 44184, 44, true",
    "commune.saint-nazaire, 44109, 44, false",
    "action.logement, 44109, 44, false",
    "adil.44, 44109, 44, false",
    "gestionnaire, 56121, 56, true"
  })
  void aTerritoryIsCoveredWhenEveryDemandForItIsInScope(
      String login, String municipality, String departement, boolean covered) {
    assertThat(scope(login).covers(municipality, departement)).isEqualTo(covered);
  }

  @Test
  void anAgentWithoutAccountHasNoScope() {
    assertThat(new AgentReader(jdbi).find("personne")).isEmpty();
    assertThat(new AgentReader(jdbi).find("guichet.nantes").orElseThrow().rights())
        .isEqualTo(List.of(Right.CERTIFY, Right.CONSULT, Right.OBSERVE, Right.REGISTER));
  }

  private Scope scope(String login) {
    return new AgentReader(jdbi).find(login).orElseThrow().scope();
  }

  private long seen(Scope scope, String and) {
    Scope.Condition condition = scope.on("d");
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from demand d where " + condition.sql() + " and " + and)
                .bindMap(condition.binds())
                .mapTo(Long.class)
                .one());
  }

  private long count(String where) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from demand d where " + where)
                .mapTo(Long.class)
                .one());
  }
}
