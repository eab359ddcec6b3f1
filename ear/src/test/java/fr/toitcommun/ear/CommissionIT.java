package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.codes;
import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.CommissionActs.as;
import static fr.toitcommun.ear.CommissionActs.prepared;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.OTHER_LANDLORD;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.closedSession;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.commission.CommissionReports;
import fr.toitcommun.ejb.commission.Commissions;
import fr.toitcommun.ejb.commission.Convenings;
import fr.toitcommun.ejb.commission.SessionVotes;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.CommissionView;
import fr.toitcommun.persistence.commission.InternalRules;
import fr.toitcommun.persistence.commission.MemberForm;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionForm;
import fr.toitcommun.persistence.commission.SessionRow;
import jakarta.ejb.EJBAccessException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sits in a commission, by which rules, on which days, and how its members are convened. */
@ExtendWith(ArquillianExtension.class)
class CommissionIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        CommissionIT.class, Acts.class, CommissionActs.class, LettingActs.class);
  }

  @Test
  void R_441_9_aCommissionHasItsMembersAndRulesAndASessionFollowsThem() throws Exception {
    long id = as(LANDLORD, () -> Acts.of(Commissions.class).found("Commission d’essai", null));
    assertThat(codes(LANDLORD, () -> keep(id, new MemberForm()))).contains("REQUIRED");
    MemberForm member = new MemberForm();
    member.setName("Yann Kerdoncuff");
    member.setCapacity("LANDLORD_MEMBER");
    member.setPresident(true);
    member.setLogin(LANDLORD);
    member.setValidFrom(LocalDate.now().minusYears(1));
    as(LANDLORD, () -> keep(id, member));
    member.setLogin("adil.44");
    assertThat(codes(LANDLORD, () -> keep(id, member))).containsExactly("UNKNOWN_ACCOUNT");
    as(
        LANDLORD,
        () ->
            run(
                () ->
                    Acts.of(Commissions.class)
                        .keepRules(
                            id,
                            new InternalRules(LocalDate.now().minusDays(3), 5, true, false, 12))));
    CommissionView kept = as(LANDLORD, () -> Acts.of(Commissions.class).open(id));
    assertThat(kept.inForce().quorum()).isEqualTo(5);
    assertThatThrownBy(() -> as(OTHER_LANDLORD, () -> Acts.of(Commissions.class).open(id)))
        .isInstanceOf(NotInScope.class);
    SessionForm form = new SessionForm();
    form.setHeldAt(LocalDate.now().plusDays(22).with(DayOfWeek.TUESDAY).atTime(9, 30));
    form.setPlace("Siège");
    form.setCommissionId(id);
    long session = as(LANDLORD, () -> sessions().plan(form));
    SessionDetail planned = as(LANDLORD, () -> sessions().open(session));
    assertThat(planned.quorum()).isEqualTo(5);
    assertThat(planned.attendees())
        .extracting(AttendeeForm::getName)
        .containsExactly("Yann Kerdoncuff");
    LocalDateTime now = LocalDateTime.now();
    assertThat(
            codes(
                LANDLORD,
                () -> run(() -> Acts.of(SessionVotes.class).open(session, now, now.plusDays(1)))))
        .containsExactly("NO_REMOTE_VOTE");
    assertThatThrownBy(() -> as(OTHER_LANDLORD, () -> sessions().plan(form)))
        .isInstanceOf(NotInScope.class);
    assertThat(
            as(
                LANDLORD,
                () -> sessions().planSeries(form, 2, form.getHeldAt().toLocalDate().plusWeeks(9))))
        .isBetween(3, 5);
  }

  @Test
  void R_441_9_aSessionIsCopiedToAnotherDayInItsDelayAndStandsInItsMonth() throws Exception {
    long vacancy = declare(LANDLORD);
    as(LANDLORD, () -> proposals().propose(vacancy, candidates(vacancy, 3)));
    long first = closedSession(vacancy, 1);
    SessionDetail like = as(LANDLORD, () -> sessions().open(first));
    LocalDate day = LocalDate.now().plusDays(40);
    long second = as(LANDLORD, () -> sessions().copy(first, day));
    SessionDetail copy = as(LANDLORD, () -> sessions().open(second));
    assertThat(copy.heldAt()).isEqualTo(day.atTime(like.heldAt().toLocalTime()));
    assertThat(copy.place()).isEqualTo(like.place());
    assertThat(copy.items()).isEmpty();
    assertThat(copy.attendees())
        .extracting(AttendeeForm::getName)
        .containsAll(
            like.attendees().stream()
                .filter(one -> one.getConcerns() == null)
                .map(AttendeeForm::getName)
                .toList());
    assertThat(copy.attendees()).extracting(AttendeeForm::getAttendance).containsOnly("CONVENED");
    assertThat(codes(LANDLORD, () -> sessions().copy(first, LocalDate.now().plusDays(2))))
        .containsExactly("CONVENING_DELAY_SHORT");
    assertThat(codes(LANDLORD, () -> sessions().copy(first, null))).containsExactly("REQUIRED");
    assertThatThrownBy(() -> as(OTHER_LANDLORD, () -> sessions().copy(first, day)))
        .isInstanceOf(NotInScope.class);

    assertThat(as(LANDLORD, () -> sessions().month(YearMonth.from(day))).rows())
        .extracting(SessionRow::sessionId)
        .contains(second);
    assertThat(as(LANDLORD, () -> sessions().month(YearMonth.from(day).minusMonths(1))).rows())
        .extracting(SessionRow::sessionId)
        .doesNotContain(second);
    assertThat(as(OTHER_LANDLORD, () -> sessions().month(YearMonth.from(day))).rows())
        .extracting(SessionRow::sessionId)
        .doesNotContain(second);
  }

  @Test
  void L_441_2_theStateComesAlongToACopiedSessionAndMayorsAsTheAgendaCallsForThem()
      throws Exception {
    CommissionActs.Prepared there = prepared();
    long copied =
        as(LANDLORD, () -> sessions().copy(there.session(), LocalDate.now().plusDays(40)));
    assertThat(as(LANDLORD, () -> sessions().open(copied)).attendees())
        .filteredOn(one -> one.getName().startsWith("Le "))
        .extracting(one -> one.getName() + " " + one.getConcerns())
        .containsExactly("Le préfet 44");
  }

  @Test
  void R_441_9_membersAreConvenedByLetterAndEmailWhichNameNoCandidate() throws Exception {
    CommissionActs.Prepared there = prepared();
    Callable<Integer> send =
        () -> Acts.of(Convenings.class).send(there.session(), true, "http://x/seats.xhtml");
    assertThat(as(LANDLORD, send)).isEqualTo(3);
    assertThat(as(LANDLORD, send)).as("each once").isZero();
    assertThat(as(LANDLORD, () -> Acts.of(Convenings.class).of(there.session())))
        .hasSize(3)
        .allMatch(one -> one.on().equals(LocalDate.now()) && "WAITING".equals(one.emailState()));
    assertThat(as(LANDLORD, () -> Acts.of(Convenings.class).print(there.session())))
        .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    String name = there.item().candidates().get(0).applicant();
    assertThat(
            Acts.count(
                "select count(*) from convening where session_id = ? and (content like '%' || ? ||"
                    + " '%' or email_text like '%' || ? || '%')",
                there.session(), name, name))
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "guichet.nantes",
        "prefecture.44",
        "departement.44",
        "commune.saint-nazaire",
        "commune.sans-guichet",
        "action.logement",
        "adil.44",
        "gestionnaire"
      })
  void L_441_2_onlyALandlordHasCommissionsAndTheirReport(String login) {
    for (Callable<?> act :
        List.<Callable<?>>of(
            () -> Acts.of(Commissions.class).list(),
            () -> Acts.of(CommissionReports.class).of(null, null))) {
      assertThatThrownBy(() -> as(login, act)).isInstanceOf(EJBAccessException.class);
    }
  }

  private static Void keep(long commission, MemberForm member) {
    return run(() -> Acts.of(Commissions.class).keepMember(commission, member));
  }
}
