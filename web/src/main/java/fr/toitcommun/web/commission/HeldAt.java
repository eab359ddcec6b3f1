package fr.toitcommun.web.commission;

import fr.toitcommun.persistence.commission.SessionForm;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Date, time and place of a session as a page asks for them, each in a field of its own. */
public class HeldAt implements Serializable {
  private LocalDate day;
  private LocalTime time = LocalTime.of(9, 30);
  private String place;

  /** As the boundary takes it. */
  public SessionForm form() {
    SessionForm form = new SessionForm();
    form.setHeldAt(day == null || time == null ? null : LocalDateTime.of(day, time));
    form.setPlace(place);
    return form;
  }

  /** Takes over what is planned. */
  void read(LocalDateTime heldAt, String plannedPlace) {
    day = heldAt.toLocalDate();
    time = heldAt.toLocalTime();
    place = plannedPlace;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }

  public LocalTime getTime() {
    return time;
  }

  public void setTime(LocalTime time) {
    this.time = time;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }
}
