package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.act;
import static fr.toitcommun.ear.Acts.faults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.allocation.EligibilityFigures;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.LocalRules;
import fr.toitcommun.ejb.registration.PriorityLabels;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.ResourceForm;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import fr.toitcommun.persistence.registration.priority.DetectionRule;
import fr.toitcommun.persistence.registration.priority.LabelKind;
import fr.toitcommun.persistence.registration.priority.LabelRequest;
import fr.toitcommun.persistence.registration.priority.LabelRow;
import fr.toitcommun.persistence.registration.priority.LabelState;
import fr.toitcommun.persistence.registration.priority.LabelsOfDemand;
import fr.toitcommun.persistence.registration.priority.PriorityGround;
import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Priorities from what a demand states to what a partner certifies, and figures as time goes on.
 */
@ExtendWith(ArquillianExtension.class)
class PriorityLabelsIT {
  private static final String DESK = "guichet.nantes";
  private static final String LANDLORD = "bailleur.nantes";
  private static final String STATE = "prefecture.44";
  private static final String DEPARTMENT = "departement.44";
  private static final LocalDate TODAY = LocalDate.now();

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        PriorityLabelsIT.class, Acts.class, JobActs.class, JobActs.Holder.class);
  }

  @Test
  void L_441_1_aRuleProposesAnAgentAsksAndAPartnerCertifies() throws Exception {
    String number = registered("Le Bris", form -> form.getMotives().setMain("05"));
    assertThat(of(DESK, number).likely())
        .extracting(one -> one.rule())
        .containsExactly(DetectionRule.EVICTION);
    assertThat(grounds(number)).isZero();
    LabelRequest eviction = request(LabelKind.GROUND, "L", "Jugement vu");
    act(DESK, () -> labels().ask(number, eviction));
    assertThat(of(DESK, number).likely()).isEmpty();
    assertThat(grounds(number)).as("no rule and no wish certifies").isZero();
    act(LANDLORD, () -> labels().certify(number, eviction));
    assertThat(grounds(number)).isEqualTo(PriorityGround.L.bit());
    LabelRow label = of(DESK, number).labels().get(0);
    assertThat(label.state()).isEqualTo(LabelState.CERTIFIED);
    assertThat(label.validUntil()).isEqualTo(TODAY.plusMonths(12));
    assertThat(label.decidedBy()).isNotBlank();
    assertThat(searchedBy(number))
        .as("candidates are searched by it")
        .isEqualTo(PriorityGround.L.bit());
    assertThat(
            Acts.count(
                "select count(*) from demand_event e join demand d on d.id = e.demand_id where"
                    + " d.unique_number = ? and e.kind in ('LABEL_ASKED', 'LABEL_CERTIFIED')",
                number))
        .isEqualTo(2);
    assertThat(faults(LANDLORD, () -> labels().certify(number, eviction)))
        .containsExactly("code LABEL_OPEN");
  }

  @Test
  void L_441_1_whatIsAskedForAnewIsEndedFirstWhenItsLastDayIsOver() throws Exception {
    String number = registered("Le Cam", form -> {});
    LabelRequest ground = request(LabelKind.GROUND, "K", "Vu");
    act(LANDLORD, () -> labels().certify(number, ground));
    assertThat(searchedBy(number)).isEqualTo(PriorityGround.K.bit());
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update priority_label set valid_until = ? where demand_id = (select id from"
                        + " demand where unique_number = ?)",
                    TODAY.minusDays(1),
                    number));
    act(DESK, () -> labels().ask(number, ground));
    assertThat(grounds(number)).isZero();
    assertThat(searchedBy(number)).as("before the night").isZero();
    assertThat(
            Acts.count(
                "select count(*) from demand_event e join demand d on d.id = e.demand_id where"
                    + " d.unique_number = ? and e.kind = 'LABEL_ENDED'",
                number))
        .isEqualTo(1);
  }

  @Test
  void L_441_2_3_theStateAloneRecordsADaloWithItsDecision() throws Exception {
    String number = registered("Le Dantec", form -> {});
    LabelRequest dalo =
        new LabelRequest(
            LabelKind.GROUND, "DALO", null, "Décision vue", null, "COMED-44-12", TODAY);
    assertThat(faults(LANDLORD, () -> labels().certify(number, dalo)))
        .containsExactly("code LABEL_NOT_YOURS");
    act(STATE, () -> labels().certify(number, dalo));
    LabelRow label = of(STATE, number).labels().get(0);
    assertThat(label.rehouseBy()).isEqualTo(TODAY.plusMonths(3));
    assertThat(status(number)).isEqualTo("ACTIF");
    act(STATE, () -> labels().rehouse(number, label.id(), label.version(), null));
    assertThat(status(number)).isEqualTo("ACTREL");
    assertThat(grounds(number)).isZero();
  }

  @Test
  void L_441_1_whoCertifiedOrTheStateMayTakeItBack() throws Exception {
    String number = registered("Le Floch", form -> {});
    act(LANDLORD, () -> labels().certify(number, request(LabelKind.GROUND, "K", "Vu")));
    LabelRow label = of(DESK, number).labels().get(0);
    assertThat(
            faults(
                DEPARTMENT,
                () -> labels().withdraw(number, label.id(), label.version(), "Relogé ailleurs")))
        .containsExactly(" LABEL_OF_OTHERS");
    act(STATE, () -> labels().withdraw(number, label.id(), label.version(), "Relogé ailleurs"));
    assertThat(grounds(number)).isZero();
    assertThat(of(DESK, number).labels().get(0).state()).isEqualTo(LabelState.WITHDRAWN);
  }

  @Test
  void R_441_2_6_whoMayNotCertifyIsRefusedAndViolenceIsNotNamedToAll() throws Exception {
    String number = registered("Le Gall", form -> form.getMotives().setMain("06"));
    LabelRequest violence = request(LabelKind.GROUND, "G", "Plainte vue");
    for (String login : List.of("gestionnaire", "adil.44", "commune.sans-guichet")) {
      assertThatThrownBy(() -> act(login, () -> labels().certify(number, violence)))
          .as(login)
          .isInstanceOf(EJBAccessException.class);
    }
    assertThatThrownBy(() -> act("bailleur.nantes", () -> labels().of("056011100000000000")))
        .isInstanceOf(NotInScope.class);
    assertThatThrownBy(() -> act("adil.44", () -> labels().of(number)))
        .isInstanceOf(EJBAccessException.class);
    act(STATE, () -> labels().certify(number, violence));
    assertThat(of(STATE, number).labels().get(0).code()).isEqualTo("G");
    assertThat(of(DEPARTMENT, number).labels().get(0).code()).isNull();
    assertThat(of(DEPARTMENT, number).labels().get(0).proof()).isNull();
    assertThat(
            Acts.text(
                "select detail from demand_event e join demand d on d.id = e.demand_id where"
                    + " d.unique_number = '"
                    + number
                    + "' and e.kind = 'LABEL_CERTIFIED'"))
        .isEqualTo("GROUND");
  }

  @Test
  void whatIsSetAsideIsRememberedAndNeedsAReason() throws Exception {
    String number = registered("Le Goff", form -> form.getMotives().setMain("03"));
    assertThat(faults(DESK, () -> labels().dismiss(number, DetectionRule.UNFIT_HOME, " ")))
        .containsExactly("word REQUIRED");
    act(DESK, () -> labels().dismiss(number, DetectionRule.UNFIT_HOME, "Visite faite"));
    assertThat(of(DESK, number).likely()).isEmpty();
    assertThat(of(DESK, number).labels().get(0).state()).isEqualTo(LabelState.REJECTED);
  }

  @Test
  void L_441_1_theNightCountsAgainWhenAChildGrowsUpAndEndsWhatIsOver() throws Exception {
    String number =
        registered(
            "Le Hir",
            form -> {
              PersonForm child = new PersonForm();
              child.setGivenName("Zoé");
              child.setSurname("Le Hir");
              child.setKinship("E");
              child.setBirthDate(TODAY.minusYears(14).plusDays(20));
              form.getDependants().add(child);
            });
    act(
        LANDLORD,
        () ->
            labels()
                .certify(
                    number,
                    new LabelRequest(
                        LabelKind.GROUND, "K", null, "Vu", TODAY.plusDays(10), null, null)));
    assertThat(units(number)).isEqualTo("1.3");
    JobActs.run("FIGURES", TODAY.plusDays(9));
    assertThat(grounds(number)).isEqualTo(PriorityGround.K.bit());
    JobActs.run("FIGURES", TODAY.plusDays(11));
    assertThat(grounds(number)).isZero();
    assertThat(units(number)).isEqualTo("1.3");
    JobActs.run("FIGURES", TODAY.plusDays(20));
    assertThat(units(number)).isEqualTo("1.5");
  }

  @Test
  void L_441_1_aThresholdOfTheManagerCountsAtOnce() throws Exception {
    String number =
        registered(
            "Le Jeune",
            form -> form.getApplicant().getResources().add(new ResourceForm("SAL", 1_000)));
    LocalRules rules = Acts.of(LocalRules.class);
    act(
        "gestionnaire",
        () -> rules.stateThreshold("244400404", TODAY.getYear(), 12_000, "arrêté d’essai"));
    assertThat(quartile(number).yes()).isTrue();
    act(
        "gestionnaire",
        () -> rules.stateThreshold("244400404", TODAY.getYear(), 11_999, "arrêté d’essai"));
    assertThat(quartile(number).yes()).isFalse();
    assertThatThrownBy(
            () -> act(LANDLORD, () -> rules.stateThreshold(null, TODAY.getYear(), 1, "x")))
        .isInstanceOf(EJBAccessException.class);
    assertThat(faults("gestionnaire", () -> rules.importThresholds("244400404;2026;abc", "x")))
        .containsExactly("lines QUARTILE_LINE");
  }

  private static Figure quartile(String number) throws Exception {
    return AsAgent.call(DESK, () -> Acts.of(EligibilityFigures.class).ofDemand(number))
        .figures()
        .stream()
        .filter(one -> one.kind() == FigureKind.FIRST_QUARTILE)
        .findFirst()
        .orElseThrow();
  }

  private static PriorityLabels labels() {
    return Acts.of(PriorityLabels.class);
  }

  private static LabelRequest request(LabelKind kind, String code, String proof) {
    return new LabelRequest(kind, code, null, proof, null, null, null);
  }

  private static LabelsOfDemand of(String login, String number) throws Exception {
    return AsAgent.call(login, () -> labels().of(number));
  }

  private interface Filling {
    void fill(DemandForm form);
  }

  private static String registered(String surname, Filling filling) throws Exception {
    DemandForm form = Acts.form(surname, "44109");
    filling.fill(form);
    return AsAgent.call(DESK, () -> Acts.of(Registrations.class).register(form).value());
  }

  private static long grounds(String number) {
    return Acts.count("select priority_grounds from demand where unique_number = ?", number);
  }

  private static long searchedBy(String number) {
    return Acts.count(
        "select bit_or(grounds) from candidate_wish w join demand d on d.id = w.demand_id where"
            + " d.unique_number = ?",
        number);
  }

  private static String status(String number) {
    return Acts.text("select dalo_status from demand where unique_number = '" + number + "'");
  }

  private static String units(String number) {
    return Acts.text(
        "select consumption_units::text from demand where unique_number = '" + number + "'");
  }
}
