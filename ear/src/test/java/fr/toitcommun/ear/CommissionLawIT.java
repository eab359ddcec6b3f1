package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.act;
import static fr.toitcommun.ear.Acts.faults;
import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.CommissionActs.MAYOR;
import static fr.toitcommun.ear.CommissionActs.as;
import static fr.toitcommun.ear.CommissionActs.endVote;
import static fr.toitcommun.ear.CommissionActs.openVote;
import static fr.toitcommun.ear.CommissionActs.withThreeCandidates;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.decisions;
import static fr.toitcommun.ear.LettingActs.members;
import static fr.toitcommun.ear.LettingActs.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.commission.CommissionSeats;
import fr.toitcommun.ejb.commission.Commissions;
import fr.toitcommun.ejb.commission.PrintedSession;
import fr.toitcommun.ejb.commission.SeatView;
import fr.toitcommun.ejb.commission.SessionMinutes;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.BallotLine;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.DecisionForm;
import fr.toitcommun.persistence.commission.InternalRules;
import fr.toitcommun.persistence.commission.MemberForm;
import fr.toitcommun.persistence.commission.SessionDetail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** For what a member of a commission sits, and what its minutes tell. */
@ExtendWith(ArquillianExtension.class)
class CommissionLawIT {
  private static final String NANTES = "44109";
  private static final String SAINT_NAZAIRE = "44184";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        CommissionLawIT.class, Acts.class, CommissionActs.class, LettingActs.class);
  }

  @Test
  void R_441_2_6_theMayorOfAnotherMunicipalityReadsAndWritesNothingOfADwelling() throws Exception {
    long session = prepared(member("Le maire", "MAYOR", SAINT_NAZAIRE));
    SessionDetail whole = as(LANDLORD, () -> sessions().open(session));
    long item = whole.items().get(0).itemId();
    openVote(session);
    SeatView seat = as(MAYOR, () -> seats().open(session));
    assertThat(seat.dossier().session().items()).isEmpty();
    assertThat(seat.dossier().sheets()).isEmpty();
    assertThat(seat.uniqueNumbers()).isEmpty();
    assertThat(seat.votes()).isEmpty();
    assertThat(as(MAYOR, () -> seats().mine()))
        .anyMatch(one -> one.sessionId() == session && one.dwellings() == 0);
    PrintedSession printed = as(MAYOR, () -> seats().print(session, Locale.FRENCH));
    assertThat(printed.uniqueNumbers()).isEmpty();
    BallotLine line = BallotLine.of(whole.items().get(0).candidates().get(0).candidateId());
    for (Callable<?> act :
        List.<Callable<?>>of(
            () -> run(() -> seats().say(session, item, "x")),
            () -> run(() -> seats().vote(session, item, List.of(line))))) {
      assertThatThrownBy(() -> as(MAYOR, act)).isInstanceOf(NotInScope.class);
    }
    act(LANDLORD, convene(session, member("Le maire", "MAYOR", NANTES)));
    assertThat(as(MAYOR, () -> seats().open(session)).dossier().sheets()).hasSize(3);
  }

  @Test
  void L_441_2_whoSitsForSomeDwellingsSaysWhichAndAMayorAloneCasts() throws Exception {
    long session = prepared();
    assertThat(faults(LANDLORD, convene(session, member("Le maire", "MAYOR", null))))
        .containsExactly("attendees[0].concerns REQUIRED");
    assertThat(faults(LANDLORD, convene(session, member("Le maire", "MAYOR", "244400404"))))
        .containsExactly("attendees[0].concerns UNKNOWN_CONCERN");
    assertThat(
            faults(LANDLORD, convene(session, member("La présidence", "EPCI_PRESIDENT", NANTES))))
        .containsExactly("attendees[0].concerns UNKNOWN_CONCERN");
    assertThat(faults(LANDLORD, convene(session, member("La réserve", "RESERVATION_HOLDER", null))))
        .containsExactly("attendees[0].concerns REQUIRED");
    for (String capacity : List.of("STATE_REPRESENTATIVE", "DEPARTMENT")) {
      assertThat(faults(LANDLORD, convene(session, member("Quelqu’un", capacity, null))))
          .containsExactly("attendees[0].concerns REQUIRED");
      assertThat(faults(LANDLORD, convene(session, member("Quelqu’un", capacity, NANTES))))
          .containsExactly("attendees[0].concerns UNKNOWN_CONCERN");
      act(LANDLORD, convene(session, member("Quelqu’un", capacity, "44")));
    }
    assertThat(faults(LANDLORD, convene(session, member("Le maire", "MAYOR", "44"))))
        .containsExactly("attendees[0].concerns UNKNOWN_CONCERN");
    AttendeeForm casting = member("Une administratrice", "LANDLORD_MEMBER", null);
    casting.setCastingVote(true);
    assertThat(faults(LANDLORD, convene(session, casting)))
        .containsExactly("attendees[0].castingVote MAYOR_CASTS");
    AttendeeForm mayor = member("Le maire", "MAYOR", NANTES);
    mayor.setCastingVote(true);
    AttendeeForm deputy = member("L’adjointe", "MAYOR", NANTES);
    deputy.setCastingVote(true);
    assertThat(faults(LANDLORD, convene(session, mayor, deputy)))
        .containsExactly("attendees[1].castingVote CASTS_TWICE");
    deputy.setCastingVote(false);
    act(LANDLORD, convene(session, mayor, deputy));

    long commission = commission(session);
    MemberForm standing = new MemberForm();
    standing.setName("Le maire");
    standing.setCapacity("MAYOR");
    standing.setVoice("ADVISORY");
    standing.setCastingVote(true);
    standing.setValidFrom(LocalDate.now());
    assertThat(faults(LANDLORD, () -> commissions().keepMember(commission, standing)))
        .containsExactly("member_concerns REQUIRED", "member_castingVote MAYOR_CASTS");
    assertThat(as(LANDLORD, () -> members().membersLacking(session, List.of())))
        .filteredOn(one -> "MAYOR".equals(one.getCapacity()))
        .extracting(AttendeeForm::getConcerns)
        .contains(NANTES);
    assertThat(as(LANDLORD, () -> members().membersLacking(session, List.of())))
        .filteredOn(one -> "STATE_REPRESENTATIVE".equals(one.getCapacity()))
        .extracting(AttendeeForm::getConcerns)
        .containsExactly("44");
  }

  @Test
  void L_441_2_theStateOfAnotherDepartementReadsNothingAndMakesNoQuorum() throws Exception {
    long session = prepared(member("Le préfet", "STATE_REPRESENTATIVE", "49"));
    openVote(session);
    assertThat(as(MAYOR, () -> seats().open(session)).uniqueNumbers()).isEmpty();
    assertThat(as(MAYOR, () -> seats().mine()))
        .anyMatch(one -> one.sessionId() == session && one.dwellings() == 0);
    endVote(session);
    decide(session);
    act(
        LANDLORD,
        convene(
            session,
            present("La présidente", "LANDLORD_MEMBER", null),
            present("Un administrateur", "LANDLORD_MEMBER", null),
            present("Le préfet", "STATE_REPRESENTATIVE", "49")));
    assertThat(faults(LANDLORD, () -> decisions().close(session))).containsExactly(" NO_QUORUM");
  }

  @Test
  void R_441_9_aHolderReadsWhatWasOfferedToItselfNotToAnotherOfTheSameContingent()
      throws Exception {
    long session = prepared(member("La ville", "RESERVATION_HOLDER", "COLTER"));
    long vacancy =
        Acts.count("select vacancy_id from commission_item where session_id = ?", session);
    offered(vacancy, MAYOR);
    openVote(session);
    assertThat(as(MAYOR, () -> seats().open(session)).uniqueNumbers()).hasSize(3);
    offered(vacancy, "departement.44");
    assertThat(as(MAYOR, () -> seats().open(session)).uniqueNumbers()).isEmpty();
    assertThat(as(MAYOR, () -> seats().mine()))
        .anyMatch(one -> one.sessionId() == session && one.dwellings() == 0);
  }

  /** Puts a dwelling at the disposal of the partner of an account, as a contingent of councils. */
  private static void offered(long vacancy, String login) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    """
                    with made as (
                      insert into reservation_agreement (id, version, landlord_id, holder_id, departement_code, quota, percent,
                        designation_days, signed_on, valid_from, valid_to)
                      select nextval('reservation_agreement_seq'), 1, w.landlord_id, g.partner_id, '44', 'COLTER', 1, 30,
                             date '2020-01-01', date '2020-01-01', date '2020-12-31'
                      from vacancy v join dwelling w on w.id = v.dwelling_id, agent g where v.id = ? and g.login = ?
                      returning id)
                    update vacancy set quota = 'COLTER', offered_quota = 'COLTER', designation = 'DESIGNATED', offered_on = current_date,
                      designation_deadline = current_date, agreement_id = (select id from made) where id = ?
                    """,
                    vacancy,
                    login,
                    vacancy));
  }

  @Test
  void L_441_2_mayorsOfOtherMunicipalitiesMakeNoQuorum() throws Exception {
    long session = prepared();
    decide(session);
    act(
        LANDLORD,
        convene(
            session,
            present("Le maire", "MAYOR", NANTES),
            present("Un maire", "MAYOR", SAINT_NAZAIRE),
            present("Une maire", "MAYOR", "44143")));
    assertThat(faults(LANDLORD, () -> decisions().close(session))).containsExactly(" NO_QUORUM");
    act(
        LANDLORD,
        convene(
            session,
            present("Le maire", "MAYOR", NANTES),
            present("La présidente", "LANDLORD_MEMBER", null),
            present("Le préfet", "STATE_REPRESENTATIVE", "44")));
    as(LANDLORD, () -> run(() -> decisions().close(session)));
  }

  @Test
  void R_441_9_theMinutesTellWhatWasKnownAtTheCloseAndThePresidentSigns(@TempDir Path folder)
      throws Exception {
    long session = prepared();
    decide(session);
    AttendeeForm president = present("La présidente", "LANDLORD_MEMBER", null);
    president.setPresident(true);
    act(
        LANDLORD,
        convene(
            session,
            president,
            present("Un administrateur", "LANDLORD_MEMBER", null),
            present("Le préfet", "STATE_REPRESENTATIVE", "44")));
    as(LANDLORD, () -> run(() -> decisions().close(session)));
    assertThat(Acts.count("select count(*) from session_record where session_id = ?", session))
        .isEqualTo(2);
    String number =
        as(LANDLORD, () -> sessions().open(session))
            .items()
            .get(0)
            .candidates()
            .get(0)
            .uniqueNumber();
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update household_member set surname = 'Autrenom' where demand_id = (select id"
                        + " from demand where unique_number = ?)",
                    number));
    assertThat(
            as(LANDLORD, () -> sessions().open(session))
                .items()
                .get(0)
                .candidates()
                .get(0)
                .applicant())
        .contains("Autrenom");
    long commission = commission(session);
    InternalRules earlier = new InternalRules(LocalDate.now(), 9, false, true, 8);
    assertThat(faults(LANDLORD, () -> commissions().keepRules(commission, earlier)))
        .containsExactly("rules_validFrom RULES_OF_CLOSED_SESSION");

    assertThat(faults(LANDLORD, () -> minutes().sign(session, "Un administrateur")))
        .containsExactly("signer PRESIDENT_SIGNS");
    as(LANDLORD, () -> run(() -> minutes().sign(session, "La présidente")));
    String signed = text(folder, as(LANDLORD, () -> minutes().print(session, Locale.FRENCH)).pdf());
    assertThat(signed)
        .contains(number)
        .contains("Signé par La présidente, président(e) de la commission")
        .contains("Reste à vivre")
        .contains("Proposé par")
        .doesNotContain("Autrenom")
        .doesNotContain("Projet de procès-verbal");
    assertThat(Acts.count("select count(*) from session_record where session_id = ?", session))
        .isZero();
  }

  /** A session of today with a dwelling of Nantes and three candidates, before these members. */
  private static long prepared(AttendeeForm... people) throws Exception {
    long session = withThreeCandidates();
    act(LANDLORD, convene(session, people));
    return session;
  }

  private static AttendeeForm member(String name, String capacity, String concerns) {
    AttendeeForm member = new AttendeeForm();
    member.setName(name);
    member.setCapacity(capacity);
    member.setConcerns(concerns);
    member.setAgentId(Acts.count("select id from agent where login = ?", MAYOR));
    return member;
  }

  private static AttendeeForm present(String name, String capacity, String concerns) {
    AttendeeForm member = member(name, capacity, concerns);
    member.setAttendance("PRESENT");
    return member;
  }

  private static Runnable convene(long session, AttendeeForm... people) {
    return () -> members().convene(session, sessions().open(session).version(), List.of(people));
  }

  private static void decide(long session) throws Exception {
    SessionDetail detail = as(LANDLORD, () -> sessions().open(session));
    for (SessionDetail.Candidate one : detail.items().get(0).candidates()) {
      DecisionForm form =
          new DecisionForm(Decision.RANKED_ALLOCATION, one.position(), null, null, null, null);
      as(
          LANDLORD,
          () -> run(() -> decisions().decide(session, one.candidateId(), one.version(), form)));
    }
  }

  private static long commission(long session) throws Exception {
    return as(LANDLORD, () -> sessions().open(session)).proceedings().commissionId();
  }

  /** What poppler reads in a PDF. */
  private static String text(Path folder, byte[] pdf) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("minutes.pdf"), pdf);
    Path text = folder.resolve("minutes.txt");
    int ended =
        new ProcessBuilder("pdftotext", "-enc", "UTF-8", file.toString(), text.toString())
            .start()
            .waitFor();
    assertThat(ended).isZero();
    return Files.readString(text, StandardCharsets.UTF_8).replaceAll("\\s+", " ");
  }

  private static CommissionSeats seats() {
    return Acts.of(CommissionSeats.class);
  }

  private static Commissions commissions() {
    return Acts.of(Commissions.class);
  }

  private static SessionMinutes minutes() {
    return Acts.of(SessionMinutes.class);
  }
}
