package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.MembersByLaw;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.VoteStore;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Who is convened to a session of the caller's own commission, and who came (R.441-9). */
@Stateless
@Gated
@RolesAllowed(Right.DECIDE)
public class SessionMembers {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private SessionInput input;
  @Inject private OwnSessions own;

  /**
   * Whom the law puts on the commission for the agenda of a session and a list lacks; nothing is
   * stored.
   */
  public List<AttendeeForm> membersLacking(long sessionId, List<AttendeeForm> listed) {
    SessionDetail session = own.read(sessionId);
    List<AttendeeForm> lacking =
        MembersByLaw.lacking(
            own.standing(
                session.proceedings().commissionId(),
                session.items().stream().map(SessionDetail.Item::vacancy).toList(),
                session.heldAt().toLocalDate()),
            listed);
    List<AttendeeForm> with = new ArrayList<>(listed);
    with.addAll(lacking);
    lacking.addAll(MembersByLaw.lacking(MembersByLaw.of(session, references.current()), with));
    return lacking;
  }

  /**
   * Those convened and whether they came, as a whole list.
   *
   * @param versionRead the version of the session that the list was read with
   * @throws RefusedInput when a line lacks something or claims a vote from afar that is not
   *     recorded, the list was changed meanwhile, or somebody who has voted is missing from it
   */
  @Act
  public void convene(long sessionId, int versionRead, List<AttendeeForm> attendees) {
    input.check(attendees);
    CommissionSession session = own.lock(sessionId);
    if (session.version() != versionRead) {
      throw RefusedInput.because("ATTENDEES_CHANGED_MEANWHILE");
    }
    List<Long> kept = attendees.stream().map(AttendeeForm::getAttendeeId).toList();
    if (!kept.containsAll(jdbi.withHandle(handle -> VoteStore.voters(handle, sessionId)))) {
      throw RefusedInput.because("ATTENDEE_HAS_VOTED");
    }
    session.convene(attendees, demands.today());
    entities.flush();
  }
}
