package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.persistence.registration.PastDemand;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;

/** Shows a demand as it stood on a past day, and what changed since. */
@Named
@ViewScoped
public class ShowPast implements Serializable {
  @Inject private DemandFiles files;

  private String number;
  private LocalDate on;
  private PastDemand past;

  /** Reads the demand as of that day. */
  public void load() {
    past = files.asOf(number, on);
    number = past.uniqueNumber();
  }

  /** The demand on that day; null when the day cannot be shown. */
  public PastDemand getPast() {
    return past;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public LocalDate getOn() {
    return on;
  }

  public void setOn(LocalDate on) {
    this.on = on;
  }
}
