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
    ABSENT
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

  /** For the persistence provider. */
  protected SessionAttendee() {}

  SessionAttendee(CommissionSession session, int position, AttendeeForm form) {
    this.session = session;
    this.position = position;
    this.name = form.getName();
    this.capacity = form.getCapacity();
    this.voice = Voice.valueOf(form.getVoice());
    this.castingVote = form.isCastingVote();
    this.attendance = Attendance.valueOf(form.getAttendance());
  }

  /** The session is yet to come: whoever was there is only convened again. */
  void awaitDay() {
    if (attendance == Attendance.PRESENT) {
      attendance = Attendance.CONVENED;
    }
  }

  /** Whether this voice counts for the quorum. */
  boolean countsForQuorum() {
    return voice == Voice.DELIBERATIVE
        && (attendance == Attendance.PRESENT || attendance == Attendance.REPRESENTED);
  }
}
