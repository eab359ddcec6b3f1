package fr.toitcommun.ear;

import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.OTHER_LANDLORD;
import static fr.toitcommun.ear.LettingActs.agenda;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.closedSession;
import static fr.toitcommun.ear.LettingActs.convene;
import static fr.toitcommun.ear.LettingActs.decisions;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.members;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.run;
import static fr.toitcommun.ear.LettingActs.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.allocation.EligibilityFigures;
import fr.toitcommun.ejb.commission.CommissionReports;
import fr.toitcommun.ejb.commission.CommissionSeats;
import fr.toitcommun.ejb.commission.Commissions;
import fr.toitcommun.ejb.commission.Convenings;
import fr.toitcommun.ejb.commission.DecisionLetters;
import fr.toitcommun.ejb.commission.SeatView;
import fr.toitcommun.ejb.commission.SessionMinutes;
import fr.toitcommun.ejb.commission.SessionScreens;
import fr.toitcommun.ejb.commission.SessionVotes;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.allocation.eligibility.CandidateFigures;
import fr.toitcommun.persistence.allocation.eligibility.WhatIf;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.BallotLine;
import fr.toitcommun.persistence.commission.CommissionView;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.InternalRules;
import fr.toitcommun.persistence.commission.ItemVotes;
import fr.toitcommun.persistence.commission.MemberForm;
import fr.toitcommun.persistence.commission.MinutesStore;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionForm;
import fr.toitcommun.persistence.commission.SessionRow;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import jakarta.ejb.EJBAccessException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A commission from its composition to its signed minutes, with a vote from afar on the way. */
@ExtendWith(ArquillianExtension.class)
class CommissionIT {
  private static final String STATE = "prefecture.44";
  private static final String MAYOR = "commune.saint-nazaire";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(CommissionIT.class, Acts.class, LettingActs.class);
  }

  /** A session of today with one dwelling, three candidates and three members who can vote. */
  private record Prepared(long session, SessionDetail detail) {
    SessionDetail.Item item() {
      return detail.items().get(0);
    }

    long itemId() {
      return item().itemId();
    }
  }

  private static Prepared prepared() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    as(LANDLORD, () -> proposals().propose(vacancy, numbers));
    SessionForm form = new SessionForm();
    form.setHeldAt(LocalDate.now().atTime(LocalTime.of(23, 59)));
    form.setPlace("Salle du conseil");
    long session = as(LANDLORD, () -> sessions().plan(form));
    as(LANDLORD, () -> agenda().addDwelling(session, vacancy));
    convene(
        LANDLORD,
        session,
        List.of(
            member("La présidente", "LANDLORD_MEMBER", LANDLORD, null),
            member("Le préfet", "STATE_REPRESENTATIVE", STATE, null),
            member("Le maire", "MAYOR", MAYOR, "44109")));
    return new Prepared(session, as(LANDLORD, () -> sessions().open(session)));
  }

  private static AttendeeForm member(String name, String capacity, String login, String concerns) {
    AttendeeForm member = new AttendeeForm();
    member.setName(name);
    member.setCapacity(capacity);
    member.setEmail("membre@example.org");
    member.setAgentId(Acts.count("select id from agent where login = ?", login));
    member.setConcerns(concerns);
    member.setCastingVote("MAYOR".equals(capacity));
    return member;
  }

  private static void openVote(long session) throws Exception {
    as(
        LANDLORD,
        () ->
            run(
                () ->
                    Acts.of(SessionVotes.class)
                        .open(
                            session,
                            LocalDateTime.now().minusHours(1),
                            LocalDate.now().atTime(LocalTime.of(23, 58)))));
  }

  private static void endVote(long session) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update commission_session set vote_opens_at = localtimestamp - interval '2"
                        + " hours', vote_closes_at = localtimestamp - interval '1 hour' where id ="
                        + " ?",
                    session));
  }

  /** The first candidate allocated, the second after it, the last refused. */
  private static List<BallotLine> ballot(Prepared there) {
    List<BallotLine> lines = new ArrayList<>();
    for (SessionDetail.Candidate candidate : there.item().candidates()) {
      BallotLine line = BallotLine.of(candidate.candidateId());
      boolean last = candidate.position() == 3;
      line.setChoice(last ? "NON_ALLOCATION" : "ALLOCATION");
      line.setRank(last ? null : Integer.valueOf(candidate.position()));
      line.setMotive(last ? "LOWER_RANK" : null);
      lines.add(line);
    }
    return lines;
  }

  @Test
  void R_441_3_1_theCommissionReadsTheFiguresThatTheRulesGiveForTheSameCandidate()
      throws Exception {
    Prepared there = prepared();
    SessionDetail.Item item =
        as(LANDLORD, () -> decisions().examine(there.session())).session().items().get(0);
    assertThat(item.candidates()).hasSize(3);
    for (SessionDetail.Candidate candidate : item.candidates()) {
      CandidateFigures figures =
          as(
              LANDLORD,
              () ->
                  Acts.of(EligibilityFigures.class)
                      .ofCandidate(
                          item.vacancy().vacancyId(), candidate.uniqueNumber(), WhatIf.NOTHING));
      assertThat(candidate.effortRate())
          .isEqualTo(figures.figure(FigureKind.EFFORT_RATE).orElseThrow());
      assertThat(candidate.figures()).isEqualTo(figures);
    }
  }

  @Test
  void L_441_2_membersVoteFromAfarAndTheSecretaryRecordsWhatTheyDecided() throws Exception {
    Prepared there = prepared();
    assertThat(as(STATE, () -> seats().mine())).noneMatch(s -> s.sessionId() == there.session());
    openVote(there.session());
    assertThat(as(STATE, () -> seats().mine()))
        .anyMatch(seat -> seat.sessionId() == there.session() && seat.open());

    SeatView seat = as(STATE, () -> seats().open(there.session()));
    assertThat(seat.dossier().session().items()).hasSize(1);
    assertThat(seat.dossier().sheets()).hasSize(3);
    assertThat(journalled(STATE, "CommissionSeats.open", there)).isPositive();
    List<BallotLine> holes = ballot(there);
    holes.get(1).setRank(3);
    assertThat(codes(STATE, vote(there, holes))).containsExactly("BALLOT_RANKS");
    List<BallotLine> bare = ballot(there);
    bare.get(2).setMotive(null);
    assertThat(codes(STATE, vote(there, bare))).containsExactly("REQUIRED");
    assertThat(codes(STATE, vote(there, ballot(there).subList(0, 2))))
        .containsExactly("BALLOT_INCOMPLETE");
    for (String member : List.of(LANDLORD, STATE, MAYOR)) {
      as(member, vote(there, ballot(there)));
    }
    as(
        MAYOR,
        () -> run(() -> seats().say(there.session(), there.itemId(), "Une école est à deux pas.")));

    ItemVotes seen = as(STATE, () -> seats().open(there.session())).votes().get(there.itemId());
    assertThat(seen.voters()).hasSize(3);
    assertThat(seen.results()).as("nobody is told before the end").isEmpty();
    assertThat(seen.messages())
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.author()).isEqualTo("Le maire");
              assertThat(said.words()).contains("école");
            });
    assertThat(codes(LANDLORD, confirm(there))).containsExactly("VOTE_NOT_OVER");
    endVote(there.session());
    assertThat(as(LANDLORD, confirm(there))).isEqualTo(3);
    SessionDetail decided = as(LANDLORD, () -> sessions().open(there.session()));
    assertThat(decided.items().get(0).candidates())
        .extracting(SessionDetail.Candidate::decision)
        .containsExactly(
            Decision.RANKED_ALLOCATION, Decision.RANKED_ALLOCATION, Decision.NON_ALLOCATION);
    assertThat(decided.items().get(0).candidates().get(2).motive()).isEqualTo("LOWER_RANK");
    assertThat(decided.attendees()).extracting(AttendeeForm::getAttendance).containsOnly("REMOTE");
    as(LANDLORD, () -> run(() -> decisions().close(there.session())));
  }

  @Test
  void R_441_2_6_aMemberOpensTheDossierOfTheirOwnSessionsWhileTheyAreVotedOnOnly()
      throws Exception {
    Prepared there = prepared();
    for (String convened : List.of(LANDLORD, STATE, MAYOR)) {
      notThere(convened, there, "before the vote");
    }
    openVote(there.session());
    for (String convened : List.of(LANDLORD, STATE, MAYOR)) {
      assertThat(as(convened, () -> seats().open(there.session())).uniqueNumbers()).hasSize(3);
    }
    for (String stranger :
        List.of(
            OTHER_LANDLORD,
            "departement.44",
            "guichet.nantes",
            "commune.sans-guichet",
            "action.logement")) {
      notThere(stranger, there, "not convened");
    }
    for (String noSeat : List.of("adil.44", "gestionnaire")) {
      assertThatThrownBy(() -> as(noSeat, () -> seats().open(there.session())))
          .as(noSeat)
          .isInstanceOf(EJBAccessException.class);
    }
    as(STATE, vote(there, ballot(there)));
    assertThat(
            codes(
                LANDLORD,
                () ->
                    run(
                        () ->
                            members()
                                .convene(
                                    there.session(),
                                    sessions().open(there.session()).version(),
                                    List.of(member("Une autre", "LANDLORD_MEMBER", STATE, null))))))
        .containsExactly("ATTENDEE_HAS_VOTED");
    endVote(there.session());
    for (String convened : List.of(LANDLORD, STATE, MAYOR)) {
      notThere(convened, there, "after the vote");
    }
  }

  private static void notThere(String login, Prepared there, String why) {
    for (Callable<?> act :
        List.<Callable<?>>of(
            () -> seats().open(there.session()),
            () -> seats().print(there.session(), Locale.FRENCH),
            vote(there, ballot(there)),
            () -> run(() -> seats().say(there.session(), there.itemId(), "x")))) {
      assertThatThrownBy(() -> as(login, act))
          .as(login + ", " + why)
          .isInstanceOf(NotInScope.class);
    }
  }

  @Test
  void L_441_2_aMayorVotesOnTheirOwnMunicipalityOnly() throws Exception {
    Prepared there = prepared();
    SessionDetail session = there.detail();
    session.attendees().get(2).setConcerns("44184");
    convene(LANDLORD, there.session(), session.attendees());
    openVote(there.session());
    assertThat(as(MAYOR, () -> seats().open(there.session())).votesOn()).isEmpty();
    assertThat(codes(MAYOR, vote(there, ballot(there)))).containsExactly("NO_VOICE_HERE");
  }

  @Test
  void R_441_9_minutesAreServedAsTheyWereSignedAndTheSessionIsChangedNoMore() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    as(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long session = closedSession(vacancy, 2);
    assertThat(codes(LANDLORD, sign(session, "Un inconnu"))).containsExactly("SIGNER_DID_NOT_SIT");
    byte[] draft = as(LANDLORD, () -> minutes().print(session, Locale.FRENCH)).pdf();
    as(LANDLORD, sign(session, "Anne Le Bihan"));
    byte[] signed = as(LANDLORD, () -> minutes().print(session, Locale.FRENCH)).pdf();
    assertThat(signed).isNotEqualTo(draft);
    assertThat(as(LANDLORD, () -> minutes().print(session, Locale.ENGLISH)).pdf())
        .isEqualTo(signed);
    SessionDetail detail = as(LANDLORD, () -> sessions().open(session));
    assertThat(detail.proceedings().minutes().get(0).sha256())
        .isEqualTo(MinutesStore.digest(signed));
    assertThat(codes(LANDLORD, sign(session, "Anne Le Bihan"))).containsExactly("ALREADY_SIGNED");
    as(
        LANDLORD,
        () ->
            run(
                () ->
                    minutes()
                        .rectify(session, "Logement 1", "Lire T2 et non T3.", "Anne Le Bihan")));
    assertThat(as(LANDLORD, () -> minutes().annex(session, 1)).pdf()).isNotEmpty();
    assertThat(as(LANDLORD, () -> minutes().print(session, Locale.FRENCH)).pdf()).isEqualTo(signed);
    for (Callable<?> act :
        List.<Callable<?>>of(
            () -> minutes().print(session, Locale.FRENCH),
            sign(session, "Anne Le Bihan"),
            () -> Acts.of(DecisionLetters.class).print(session),
            () -> Acts.of(Convenings.class).of(session),
            () -> Acts.of(SessionVotes.class).of(session),
            () -> Acts.of(SessionScreens.class).state(session),
            () -> decisions().examine(session))) {
      assertThatThrownBy(() -> as(OTHER_LANDLORD, act)).isInstanceOf(NotInScope.class);
      assertThatThrownBy(() -> as(STATE, act)).isInstanceOf(EJBAccessException.class);
    }
  }

  @Test
  void L_441_2_2_everyoneIsToldInWritingWhatWasDecidedAndWhy() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    as(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long session = closedSession(vacancy, 2);
    assertThat(as(LANDLORD, () -> letters().of(session)).owed()).isEqualTo(3);
    assertThat(as(LANDLORD, () -> letters().make(session))).isEqualTo(3);
    assertThat(as(LANDLORD, () -> letters().of(session)).made()).isEqualTo(3);
    String refusal =
        Acts.text(
            "select k.content from letter l join letter_copy k on k.letter_id = l.id join"
                + " item_candidate c on c.id = l.candidate_id join commission_item i on i.id ="
                + " c.item_id where l.kind = 'NON_ALLOCATION' and i.session_id = "
                + session);
    assertThat(refusal)
        .contains("12 quai de la Fosse")
        .contains("L.441-2-2")
        .contains(
            Acts.text(
                "select replace(label_fr, chr(39), '&apos;') from code_item where list_name ="
                    + " 'NON_ALLOCATION_MOTIVE' order by code limit 1"))
        .contains("tribunal administratif");
    assertThat(
            Acts.count(
                "select count(*) from letter l join item_candidate c on c.id = l.candidate_id join"
                    + " commission_item i on i.id = c.item_id where l.kind = 'ALLOCATION' and"
                    + " l.decided like '%R.441-10%' and l.channel = 'POST' and i.session_id = ?",
                session))
        .isEqualTo(2);
    assertThat(as(LANDLORD, () -> letters().print(session)).pdf()).isNotEmpty();
    assertThat(codes(LANDLORD, () -> letters().make(session))).containsExactly("NOTHING_OWED");
  }

  @Test
  void R_441_9_membersAreConvenedByLetterAndEmailWhichNameNoCandidate() throws Exception {
    Prepared there = prepared();
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
    assertThat(
            codes(
                LANDLORD,
                () ->
                    run(
                        () ->
                            Acts.of(SessionVotes.class)
                                .open(
                                    session,
                                    LocalDateTime.now(),
                                    LocalDateTime.now().plusDays(1)))))
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

  private static Callable<Void> vote(Prepared there, List<BallotLine> lines) {
    return () -> run(() -> seats().vote(there.session(), there.itemId(), lines));
  }

  private static Callable<Integer> confirm(Prepared there) {
    return () -> Acts.of(SessionVotes.class).confirm(there.session(), there.itemId());
  }

  private static Callable<Void> sign(long session, String signer) {
    return () -> run(() -> minutes().sign(session, signer));
  }

  private static CommissionSeats seats() {
    return Acts.of(CommissionSeats.class);
  }

  private static SessionMinutes minutes() {
    return Acts.of(SessionMinutes.class);
  }

  private static DecisionLetters letters() {
    return Acts.of(DecisionLetters.class);
  }

  private static long journalled(String login, String act, Prepared there) {
    return Acts.count(
        "select count(*) from journal_entry where login = ? and act = ? and outcome = 'READ' and"
            + " unique_numbers @> array[cast(? as text)]",
        login,
        act,
        there.item().candidates().get(0).uniqueNumber());
  }

  private static <T> T as(String login, Callable<T> act) throws Exception {
    return AsAgent.call(login, act);
  }

  private static List<String> codes(String login, Callable<?> act) {
    RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> AsAgent.call(login, act));
    assertThat(refused).as("refused").isNotNull();
    return refused.faults().stream().map(Fault::code).distinct().toList();
  }
}
