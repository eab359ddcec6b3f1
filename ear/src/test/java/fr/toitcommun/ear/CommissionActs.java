package fr.toitcommun.ear;

import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.agenda;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.convene;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.sessions;

import fr.toitcommun.ejb.commission.SessionVotes;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionForm;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.Callable;

/** Inside the server: a session of a commission with whom it convenes, ready to vote. */
final class CommissionActs {
  static final String STATE = "prefecture.44";
  static final String MAYOR = "commune.saint-nazaire";

  private CommissionActs() {}

  /** A session of today with one dwelling, three candidates and three members who can vote. */
  record Prepared(long session, SessionDetail detail) {
    SessionDetail.Item item() {
      return detail.items().get(0);
    }

    long itemId() {
      return item().itemId();
    }
  }

  static Prepared prepared() throws Exception {
    long session = withThreeCandidates();
    convene(
        LANDLORD,
        session,
        List.of(
            member("La présidente", "LANDLORD_MEMBER", LANDLORD, null),
            member("Le préfet", "STATE_REPRESENTATIVE", STATE, "44"),
            member("Le maire", "MAYOR", MAYOR, "44109")));
    return new Prepared(session, as(LANDLORD, () -> sessions().open(session)));
  }

  /** A session of today, still to be composed. */
  static long today() throws Exception {
    SessionForm form = new SessionForm();
    form.setHeldAt(LocalDate.now().atTime(LocalTime.of(23, 59)));
    form.setPlace("Salle du conseil");
    return as(LANDLORD, () -> sessions().plan(form));
  }

  /** A session of today with a dwelling of Nantes and three candidates. */
  static long withThreeCandidates() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    as(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long session = today();
    as(LANDLORD, () -> agenda().addDwelling(session, vacancy));
    return session;
  }

  /** A vote from afar is under way before a session of tomorrow: no midnight ends it. */
  static void openVote(long session) throws Exception {
    SessionForm tomorrow = new SessionForm();
    tomorrow.setHeldAt(LocalDateTime.now().plusDays(1));
    tomorrow.setPlace("Salle du conseil");
    Acts.act(LANDLORD, () -> sessions().reschedule(session, tomorrow));
    openVote(session, LocalDateTime.now().minusHours(1), LocalDateTime.now().plusMinutes(30));
  }

  /** Opens a vote from afar between these times; takes it back without. */
  static void openVote(long session, LocalDateTime from, LocalDateTime to) throws Exception {
    Acts.act(LANDLORD, () -> Acts.of(SessionVotes.class).open(session, from, to));
  }

  /** The vote from afar is over, and the session is held. */
  static void endVote(long session) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update commission_session set vote_opens_at = localtimestamp - interval '2"
                        + " hours', vote_closes_at = localtimestamp - interval '1 hour', held_at ="
                        + " localtimestamp where id = ?",
                    session));
  }

  static AttendeeForm member(String name, String capacity, String login, String concerns) {
    AttendeeForm member = new AttendeeForm();
    member.setName(name);
    member.setCapacity(capacity);
    member.setEmail("membre@example.org");
    member.setAgentId(Acts.count("select id from agent where login = ?", login));
    member.setConcerns(concerns);
    member.setCastingVote("MAYOR".equals(capacity));
    return member;
  }

  static <T> T as(String login, Callable<T> act) throws Exception {
    return AsAgent.call(login, act);
  }
}
