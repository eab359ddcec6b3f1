package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.act;
import static fr.toitcommun.ear.Acts.faults;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.matching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.allocation.ScoringGrids;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.PriorityLabels;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.allocation.CandidateFilter;
import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.ChosenCandidates;
import fr.toitcommun.persistence.allocation.scoring.GridRow;
import fr.toitcommun.persistence.allocation.scoring.ScoringCriterion;
import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import fr.toitcommun.persistence.allocation.scoring.Simulation;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.SubjectScore;
import fr.toitcommun.persistence.registration.priority.DetectionRule;
import fr.toitcommun.persistence.registration.priority.LabelKind;
import fr.toitcommun.persistence.registration.priority.LabelRequest;
import fr.toitcommun.persistence.registration.priority.LabelRow;
import fr.toitcommun.persistence.registration.priority.LabelState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What boundaries of matching, scoring and priorities answer to whom (R.441-2-6, L.441-1). */
@ExtendWith(ArquillianExtension.class)
class WhoMayKnowIT {
  private static final String DESK = "guichet.nantes";
  private static final String STATE = "prefecture.44";
  private static final String DEPARTMENT = "departement.44";
  private static final String MANAGER = "gestionnaire";
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(WhoMayKnowIT.class, Acts.class, LettingActs.class);
  }

  @Test
  void L_441_1_askingForALabelDoesNotTellWhichProtectedGroundIsThere() throws Exception {
    String number = registered("Le Meur", "06");
    act(STATE, () -> labels().certify(number, ground("G")));
    for (String code : List.of("G", "B", "G_BIS", "H", "I")) {
      assertThat(faults(DESK, () -> labels().ask(number, ground(code))))
          .as(code)
          .containsExactly("code LABEL_OPEN");
      assertThat(faults(DEPARTMENT, () -> labels().certify(number, ground(code))))
          .as(code)
          .containsExactly("code LABEL_NOT_YOURS");
    }
    // Who may know asks for another one of them.
    act(LANDLORD, () -> labels().ask(number, ground("B")));
    String other = registered("Le Nay", "06");
    assertThat(faults(DESK, () -> labels().dismiss(other, DetectionRule.VIOLENCE, "Vu")))
        .as("the rule finds it")
        .containsExactly(" LABEL_NOT_LIKELY");
    String without = registered("Le Paih", "09");
    assertThat(faults(DESK, () -> labels().dismiss(without, DetectionRule.VIOLENCE, "Vu")))
        .as("the rule does not")
        .containsExactly(" LABEL_NOT_LIKELY");
    act(DESK, () -> labels().ask(without, ground("G")));
    assertThat(AsAgent.call(DESK, () -> labels().of(without)).labels()).hasSize(1);
  }

  @Test
  void L_441_2_3_aHouseholdIsRecognisedAgainAfterARehousingOrOnceTheLastDayIsOver()
      throws Exception {
    String number = registered("Le Quer", "09");
    LabelRequest dalo =
        new LabelRequest(
            LabelKind.GROUND, "DALO", null, "Décision vue", null, "COMED-44-31", TODAY);
    act(STATE, () -> labels().certify(number, dalo));
    LabelRow first = AsAgent.call(STATE, () -> labels().of(number)).labels().get(0);
    act(STATE, () -> labels().rehouse(number, first.id(), first.version(), null));
    act(STATE, () -> labels().certify(number, dalo));
    assertThat(Acts.text("select dalo_status from demand where unique_number = '" + number + "'"))
        .isEqualTo("ACTIF");

    String outdated = registered("Le Roux", "09");
    act(LANDLORD, () -> labels().certify(outdated, ground("K")));
    update(
        "update priority_label set valid_until = ? where demand_id = (select id from demand where"
            + " unique_number = ?)",
        TODAY.minusDays(1),
        outdated);
    act(DESK, () -> labels().ask(outdated, ground("K")));
    assertThat(AsAgent.call(DESK, () -> labels().of(outdated)).labels())
        .extracting(LabelRow::state)
        .containsExactly(LabelState.PROPOSED, LabelState.EXPIRED);
  }

  @Test
  void R_441_5_aHolderReadsNoCandidatesOnceTheVacancyFellBack() throws Exception {
    long vacancy = declare(LANDLORD);
    atDisposalOfTheDesk(vacancy);
    assertThat(candidates(DESK, vacancy)).isPositive();
    update("update vacancy set designation_deadline = ? where id = ?", TODAY.minusDays(1), vacancy);
    assertThatThrownBy(() -> candidates(DESK, vacancy))
        .as("before the night, too")
        .isInstanceOf(NotInScope.class);
    update("update vacancy set designation = 'LAPSED' where id = ?", vacancy);
    assertThatThrownBy(() -> candidates(DESK, vacancy)).isInstanceOf(NotInScope.class);
    update("update vacancy set designation = 'DESIGNATED' where id = ?", vacancy);
    assertThat(candidates(DESK, vacancy)).as("it designated in time").isPositive();
    update("update vacancy set status = 'WITHDRAWN' where id = ?", vacancy);
    assertThatThrownBy(() -> candidates(DESK, vacancy)).isInstanceOf(NotInScope.class);
    assertThat(candidates(STATE, vacancy)).as("by its right MATCH").isPositive();
  }

  /** By an agreement that is over: the rule offers nothing more by it. */
  private static void atDisposalOfTheDesk(long vacancy) {
    update(
        "insert into reservation_agreement (id, version, landlord_id, holder_id, departement_code,"
            + " quota, percent, designation_days, signed_on, valid_from, valid_to) select"
            + " nextval('reservation_agreement_seq'), 1, w.landlord_id, a.partner_id, '44',"
            + " 'COLTER', 1, 30, date '2010-01-01', date '2010-01-01', date '2010-12-31' from"
            + " vacancy v join dwelling w on w.id = v.dwelling_id, agent a where v.id = ? and"
            + " a.login = ?",
        vacancy,
        DESK);
    update(
        "update vacancy set agreement_id = (select max(id) from reservation_agreement where quota ="
            + " 'COLTER' and valid_to = date '2010-12-31'), designation = 'AWAITED', offered_on ="
            + " ?, designation_deadline = ?, offered_quota = 'COLTER' where id = ?",
        TODAY.minusDays(30),
        TODAY,
        vacancy);
  }

  private static long candidates(String login, long vacancy) throws Exception {
    return AsAgent.call(login, () -> matching().candidates(vacancy, CandidatePage.Cursor.START, 5))
        .total();
  }

  private static void update(String sql, Object... values) {
    Acts.database().useHandle(handle -> handle.execute(sql, values));
  }

  @Test
  void whoWasFoundByAcceptingOtherPlacesIsCompared() throws Exception {
    long vacancy = declare(LANDLORD);
    String number =
        AsAgent.call(
                DESK, () -> Acts.of(Registrations.class).register(Acts.form("Le Saux", "44143")))
            .value();
    CandidateFilter others = CandidateFilter.read(List.of("household:SINGLE", "places:OTHERS"));
    List<String> few = List.of(number);
    ChosenCandidates compared =
        AsAgent.call(LANDLORD, () -> matching().compare(vacancy, others, few));
    assertThat(compared.rows()).extracting(CandidateRow::uniqueNumber).containsExactly(number);
    ChosenCandidates without =
        AsAgent.call(LANDLORD, () -> matching().compare(vacancy, CandidateFilter.NONE, few));
    assertThat(without.rows()).isEmpty();
    assertThat(without.cut()).as("fewer than were asked for").isTrue();
  }

  @Test
  void R_441_2_10_aDeskReadsTheScoreOfADemandWithWhatMakesItUp() throws Exception {
    String number = registered("Le Tallec", "05");
    act(STATE, () -> labels().certify(number, ground("G")));
    SubjectScore told = score(DESK, number);
    assertThat(told.territory()).contains("Nantes");
    assertThat(told.lines().stream().mapToInt(SubjectScore.Line::points).sum())
        .isEqualTo(told.score());
    assertThat(told.lines()).extracting(SubjectScore.Line::fact).contains((String) null);
    assertThat(told.lines()).extracting(SubjectScore.Line::fact).doesNotContain("ANY_GROUND");
    assertThat(score(LANDLORD, number).lines())
        .extracting(SubjectScore.Line::fact)
        .contains("ANY_GROUND")
        .doesNotContainNull();
  }

  @Test
  void L_441_2_8_aGridOfAWrongDayIsTakenBackAndTheOneBeforeCountsOn() throws Exception {
    String territory =
        Acts.text(
            "select epci_siren from municipality m where departement_code = '53' and epci_siren is"
                + " not null order by code limit 1");
    List<ScoringCriterion> lines =
        List.of(new ScoringCriterion(ScoringFact.SENIORITY, 1, 12, false, null));
    long first = drafted(territory, lines);
    act(MANAGER, () -> grids().putInForce(first, version(first), TODAY));
    long second = drafted(territory, lines);
    assertThat(
            faults(
                MANAGER, () -> grids().putInForce(second, version(second), TODAY.plusYears(200))))
        .containsExactly("inForceFrom GRID_DAY_TOO_FAR");
    act(MANAGER, () -> grids().putInForce(second, version(second), TODAY.plusMonths(20)));
    act(MANAGER, () -> grids().takeBack(second, version(second)));
    assertThat(open(second).state()).isEqualTo(GridRow.State.DRAFT);
    assertThat(open(first).inForceTo()).isNull();
    act(MANAGER, () -> grids().putInForce(second, version(second), TODAY.plusDays(3)));
    assertThat(open(first).inForceTo()).isEqualTo(TODAY.plusDays(3));
    assertThat(faults(MANAGER, () -> grids().takeBack(first, version(first))))
        .containsExactly(" GRID_NOT_SCHEDULED");
  }

  @Test
  void L_441_1_aSimulationOfAProtectedGroundShowsAManagerNobodyToRecognise() throws Exception {
    long grid = drafted("244400404", List.of());
    List<ScoringCriterion> violence =
        List.of(new ScoringCriterion(ScoringFact.GROUND_G, 500, null, false, null));
    Callable<Simulation> simulate =
        () -> grids().simulate(grid, ScoringMethod.SCORE, violence, "44109", DwellingType.T2);
    Simulation told = AsAgent.call(MANAGER, simulate);
    assertThat(told.withheld()).isTrue();
    assertThat(told.total()).isPositive();
    assertThat(told.first()).isEmpty();
    assertThat(told.groups()).isNotEmpty().allMatch(group -> group.demands() >= 11);
    String manager = "(select id from agent where login = ?)";
    update(
        "insert into agent_right (agent_id, right_name) values (" + manager + ", 'SENSITIVE')",
        MANAGER);
    try {
      Simulation whole = AsAgent.call(MANAGER, simulate);
      assertThat(whole.withheld()).isFalse();
      assertThat(whole.total()).isEqualTo(told.total());
      assertThat(whole.first()).as("told to who may know").isNotEmpty();
    } finally {
      update(
          "delete from agent_right where right_name = 'SENSITIVE' and agent_id = " + manager,
          MANAGER);
    }
    act(MANAGER, () -> grids().discard(grid, version(grid)));
  }

  /** Nantes Métropole has a grid of its own: the département's would change nothing there. */
  @Test
  void L_441_2_8_aDepartementsGridIsNotSimulatedWhereAnEpciHasItsOwn() throws Exception {
    List<ScoringCriterion> lines =
        List.of(new ScoringCriterion(ScoringFact.SENIORITY, 1, 12, false, null));
    long grid = drafted("44", lines);
    assertThat(
            faults(
                MANAGER,
                () -> grids().simulate(grid, ScoringMethod.SCORE, lines, "44109", DwellingType.T2)))
        .containsExactly("place GRID_OF_EPCI_RULES");
    act(MANAGER, () -> grids().discard(grid, version(grid)));
  }

  private static SubjectScore score(String login, String number) throws Exception {
    return AsAgent.call(login, () -> labels().of(number)).scores().get(0);
  }

  private static long drafted(String territory, List<ScoringCriterion> lines) throws Exception {
    long id = AsAgent.call(MANAGER, () -> grids().draft(territory));
    if (!lines.isEmpty()) {
      act(MANAGER, () -> grids().change(id, version(id), ScoringMethod.SCORE, "", lines));
    }
    return id;
  }

  private static GridRow open(long grid) throws Exception {
    return AsAgent.call(MANAGER, () -> grids().open(grid));
  }

  /** Within an act of the manager. */
  private static int version(long grid) {
    return grids().open(grid).version();
  }

  private static String registered(String surname, String motive) throws Exception {
    DemandForm form = Acts.form(surname, "44109");
    form.getMotives().setMain(motive);
    return AsAgent.call(DESK, () -> Acts.of(Registrations.class).register(form).value());
  }

  private static LabelRequest ground(String code) {
    return new LabelRequest(LabelKind.GROUND, code, null, "Vu", null, null, null);
  }

  private static PriorityLabels labels() {
    return Acts.of(PriorityLabels.class);
  }

  private static ScoringGrids grids() {
    return Acts.of(ScoringGrids.class);
  }
}
