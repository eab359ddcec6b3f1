package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.reference.Reference;
import java.util.Set;

/** Someone convened to a session, as typed. */
public class AttendeeForm {
  private Long attendeeId;
  private String name;
  private String email;
  private Long agentId;
  private Long partnerId;
  private boolean forAll;
  private String concerns;
  private boolean president;
  private String capacity;
  private String voice = "DELIBERATIVE";
  private boolean castingVote;
  private String attendance = "CONVENED";

  /** Identity on the list of a session; null for someone added. */
  public Long getAttendeeId() {
    return attendeeId;
  }

  public void setAttendeeId(Long attendeeId) {
    this.attendeeId = attendeeId;
  }

  /** Where the convening letter also goes; null: by post alone. */
  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  /** The account that votes from afar; null: none. */
  public Long getAgentId() {
    return agentId;
  }

  public void setAgentId(Long agentId) {
    this.agentId = agentId;
  }

  /**
   * Whose reservations they sit for: the partner of their account, else the holder that was
   * convened; null: not known.
   */
  public Long getPartnerId() {
    return partnerId;
  }

  public void setPartnerId(Long partnerId) {
    this.partnerId = partnerId;
  }

  /**
   * Whether, stating nothing, they sat for every dwelling: their session was closed before it was
   * kept who sits for what.
   */
  public boolean isForAll() {
    return forAll;
  }

  public void setForAll(boolean forAll) {
    this.forAll = forAll;
  }

  /**
   * For which dwellings only: INSEE code, code of a département, SIREN or code of QUOTA; null: for
   * all.
   */
  public String getConcerns() {
    return concerns;
  }

  public void setConcerns(String concerns) {
    this.concerns = concerns;
  }

  /** Elected by the landlord's members (R.441-9); signs the minutes. */
  public boolean isPresident() {
    return president;
  }

  public void setPresident(boolean president) {
    this.president = president;
  }

  /** Whether they sit for a dwelling, with whatever voice. */
  public boolean sitsFor(VacancyRow dwelling, Reference reference) {
    return new Seat(capacity, concerns, partnerId, forAll).isFor(dwelling, reference);
  }

  /**
   * Whether they decide a tie on a dwelling: the mayor of its municipality, nobody else (L.441-2).
   */
  public boolean castsOn(VacancyRow dwelling) {
    return castingVote
        && StandingMember.mayCast(capacity, voice)
        && dwelling.municipalityCode().equals(concerns);
  }

  /**
   * Whether their voice counts for the quorum on a dwelling: deliberative, of somebody who sits for
   * it and takes part; from afar, by a vote on this very dwelling.
   *
   * @param voters who has voted on it from afar
   */
  public boolean countsFor(VacancyRow dwelling, Set<Long> voters, Reference reference) {
    return SessionAttendee.Voice.DELIBERATIVE.name().equals(voice)
        && takesPart()
        && sitsFor(dwelling, reference)
        && (!SessionAttendee.Attendance.REMOTE.name().equals(attendance)
            || voters.contains(attendeeId));
  }

  /** Whether they take part: there, represented or from afar. */
  public boolean takesPart() {
    return SessionAttendee.Attendance.valueOf(attendance).takesPart();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  /** Code list ATTENDEE_CAPACITY. */
  public String getCapacity() {
    return capacity;
  }

  public void setCapacity(String capacity) {
    this.capacity = capacity;
  }

  /** DELIBERATIVE or ADVISORY. */
  public String getVoice() {
    return voice;
  }

  public void setVoice(String voice) {
    this.voice = voice;
  }

  /** The mayor of the municipality of the dwelling decides a tie (L.441-2). */
  public boolean isCastingVote() {
    return castingVote;
  }

  public void setCastingVote(boolean castingVote) {
    this.castingVote = castingVote;
  }

  /**
   * CONVENED, PRESENT, REPRESENTED, REMOTE or ABSENT; REMOTE stays where a recorded vote put it,
   * and is nowhere chosen.
   */
  public String getAttendance() {
    return attendance;
  }

  public void setAttendance(String attendance) {
    this.attendance = attendance;
  }

  /** The same person convened to another session. */
  public AttendeeForm again() {
    AttendeeForm form = new AttendeeForm();
    form.setName(name);
    form.setEmail(email);
    form.setAgentId(agentId);
    form.setPartnerId(partnerId);
    form.setConcerns(concerns);
    form.setPresident(president);
    form.setCapacity(capacity);
    form.setVoice(voice);
    form.setCastingVote(castingVote);
    return form;
  }
}
