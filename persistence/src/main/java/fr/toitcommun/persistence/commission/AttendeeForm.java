package fr.toitcommun.persistence.commission;

/** Someone convened to a session, as typed. */
public class AttendeeForm {
  private String name;
  private String capacity;
  private String voice = "DELIBERATIVE";
  private boolean castingVote;
  private String attendance = "CONVENED";

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

  /** CONVENED, PRESENT, REPRESENTED or ABSENT. */
  public String getAttendance() {
    return attendance;
  }

  public void setAttendance(String attendance) {
    this.attendance = attendance;
  }
}
