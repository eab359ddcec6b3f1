package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.commission.SessionMembers;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.SessionAttendee;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Those convened to a session, and whether they came. */
@Named
@ViewScoped
public class ConveneSession implements Serializable {
  @Inject private CommissionSessions sessions;
  @Inject private SessionMembers members;

  private long id;
  private SessionDetail detail;
  private List<AttendeeForm> people = new ArrayList<>();
  private Set<Long> fromAfar = Set.of();

  /** Reads the list. */
  public void load() {
    detail = sessions.open(id);
    people = new ArrayList<>(detail.attendees());
    fromAfar =
        people.stream()
            .filter(one -> SessionAttendee.Attendance.REMOTE.name().equals(one.getAttendance()))
            .map(AttendeeForm::getAttendeeId)
            .collect(Collectors.toSet());
  }

  /** Adds whom the law puts on the commission and who is not on the list; nothing is stored yet. */
  public void addByLaw() {
    List<AttendeeForm> lacking = members.membersLacking(id, people);
    people.addAll(lacking);
    if (lacking.isEmpty()) {
      Done.note("convene.complete");
    }
  }

  /** Adds a line. */
  public void add() {
    people.add(new AttendeeForm());
  }

  /** Takes a line away. */
  public void remove(int line) {
    people.remove(line);
  }

  /** Everyone not yet marked came. */
  public void allPresent() {
    people.stream()
        .filter(one -> SessionAttendee.Attendance.CONVENED.name().equals(one.getAttendance()))
        .forEach(one -> one.setAttendance(SessionAttendee.Attendance.PRESENT.name()));
  }

  /** Keeps the whole list. */
  public void save() {
    members.convene(id, detail.version(), people);
    Done.go("/session.xhtml?id=" + id, "convene.done");
  }

  /** Whether it may still be changed. */
  public boolean isPlanned() {
    return detail.status() == CommissionSession.Status.PLANNED;
  }

  /**
   * What may be said of someone's coming: before the day, not that they are there; that they voted
   * from afar, only where their vote said so.
   */
  public List<SessionAttendee.Attendance> attendances(AttendeeForm person) {
    boolean voted = person.getAttendeeId() != null && fromAfar.contains(person.getAttendeeId());
    return Arrays.stream(SessionAttendee.Attendance.values())
        .filter(way -> detail.dayCome() || way != SessionAttendee.Attendance.PRESENT)
        .filter(way -> voted || way != SessionAttendee.Attendance.REMOTE)
        .toList();
  }

  /** Kinds of voice. */
  public SessionAttendee.Voice[] getVoices() {
    return SessionAttendee.Voice.values();
  }

  public SessionDetail getDetail() {
    return detail;
  }

  public List<AttendeeForm> getPeople() {
    return people;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
