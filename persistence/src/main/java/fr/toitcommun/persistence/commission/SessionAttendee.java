package fr.toitcommun.persistence.commission;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** Someone convened to a session, with their capacity and voice (L.441-2, R.441-9). */
@Entity
@Table(name = "session_attendee")
public class SessionAttendee {
  /** Whether the voice counts in decisions. */
  public enum Voice {
    DELIBERATIVE,
    ADVISORY
  }

  /** Whether they came. */
  public enum Attendance {
    CONVENED,
    PRESENT,
    REPRESENTED,
    /** By the vote from afar. */
    REMOTE,
    ABSENT;

    /** Whether the voice is heard, in whatever way. */
    public boolean takesPart() {
      return this == PRESENT || this == REPRESENTED || this == REMOTE;
    }
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "session_attendee")
  @SequenceGenerator(
      name = "session_attendee",
      sequenceName = "session_attendee_seq",
      allocationSize = 50)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "session_id")
  private CommissionSession session;

  private int position;
  private String name;
  private String capacity;

  @Enumerated(EnumType.STRING)
  private Voice voice;

  @Column(name = "casting_vote")
  private boolean castingVote;

  @Enumerated(EnumType.STRING)
  private Attendance attendance;

  private String email;

  @Column(name = "agent_id")
  private Long agentId;

  @Column(name = "partner_id")
  private Long partnerId;

  private String concerns;
  private boolean president;

  /** For the persistence provider. */
  protected SessionAttendee() {}

  SessionAttendee(CommissionSession session, int position, AttendeeForm form) {
    this.session = session;
    change(position, form);
  }

  /** Takes over what the list says of them now. */
  void change(int newPosition, AttendeeForm form) {
    this.position = newPosition;
    this.name = form.getName();
    this.capacity = form.getCapacity();
    this.voice = Voice.valueOf(form.getVoice());
    this.castingVote = form.isCastingVote();
    this.attendance = Attendance.valueOf(form.getAttendance());
    this.email = form.getEmail();
    this.agentId = form.getAgentId();
    this.partnerId = form.getPartnerId();
    this.concerns = form.getConcerns();
    this.president = form.isPresident();
  }

  /** The session is yet to come: whoever was there is only convened again. */
  void awaitDay() {
    if (attendance == Attendance.PRESENT) {
      attendance = Attendance.CONVENED;
    }
  }

  /** Whether this voice counts for the quorum. */
  boolean countsForQuorum() {
    return voice == Voice.DELIBERATIVE && attendance.takesPart();
  }

  /** They voted from afar: unless they came, that is how they took part. */
  void votedFromAfar() {
    if (attendance == Attendance.CONVENED) {
      attendance = Attendance.REMOTE;
    }
  }

  /** Whether a recorded vote from afar says that they took part. */
  boolean isRemote() {
    return attendance == Attendance.REMOTE;
  }

  /** Whether this is that person of a list; by identity, else by name and capacity. */
  boolean is(AttendeeForm form) {
    return form.getAttendeeId() == null
        ? name.equals(form.getName()) && capacity.equals(form.getCapacity())
        : form.getAttendeeId().equals(id);
  }

  /** Whether this is the elected president, and they took part (R.441-9). */
  boolean presided() {
    return president && countsForQuorum();
  }

  /** Whether they may sign the minutes: a deliberative member who took part under this name. */
  boolean maySign(String signer) {
    return countsForQuorum() && name.equals(signer);
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }
}
