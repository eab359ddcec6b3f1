package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.Cancellations;
import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.News;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** Shows the file of a demand, and renews, cancels or reinstates it. */
@Named
@ViewScoped
public class ShowDemand implements Serializable {
  private static final String REGISTERED = "registered";

  @Inject private DemandFiles files;
  @Inject private Registrations registrations;
  @Inject private Cancellations cancellations;
  @Inject private News news;

  private String number;
  private String mergedNumber;
  private boolean registered;
  private DemandFile file;
  private LocalDate renewedOn;
  private final CancellationForm leaving = new CancellationForm();
  private String dialog;

  /** Reads the demand. */
  public void load() {
    file = files.open(number);
    mergedNumber = MergedNumbers.asked(number, file.uniqueNumber());
    number = file.uniqueNumber();
    registered =
        number.equals(
            FacesContext.getCurrentInstance().getExternalContext().getFlash().get(REGISTERED));
  }

  /** Has the page that follows say that this demand has just been registered. */
  static void announce(String uniqueNumber) {
    FacesContext.getCurrentInstance().getExternalContext().getFlash().put(REGISTERED, uniqueNumber);
  }

  public String renew() {
    return act(
        "renew", "demand.renewed", () -> registrations.renew(number, file.version(), renewedOn));
  }

  public String cancel() {
    return act(
        "cancel",
        "demand.cancelled",
        () -> cancellations.cancel(number, file.version(), leaving.asked()));
  }

  public String reinstate() {
    return act(null, "demand.reinstated", () -> cancellations.reinstate(number, file.version()));
  }

  private String act(String fromDialog, String said, Runnable act) {
    try {
      act.run();
    } catch (ChangedMeanwhile changed) {
      file = changed.current();
      news.warn("demand.changedMeanwhile");
      return null;
    } catch (RefusedInput refused) {
      List<Fault> faults = refused.faults().stream().map(fault -> in(fromDialog, fault)).toList();
      // The page comes back with its dialog open and the faults in it.
      dialog = faults.stream().anyMatch(fault -> !fault.field().isEmpty()) ? fromDialog : null;
      throw new RefusedInput(faults);
    }
    return news.at(said, "/demand.xhtml?faces-redirect=true&number=" + number);
  }

  /** Both dialogs have a day, which boundaries call {@code on}. */
  private static Fault in(String dialog, Fault fault) {
    return "on".equals(fault.field())
        ? new Fault(dialog + "_on", fault.code(), fault.arguments())
        : fault;
  }

  /** The demand. */
  public DemandFile getFile() {
    return file;
  }

  /** Opens a dialog again when what was typed in it cannot even be read. */
  public void keepOpen(String name) {
    if (FacesContext.getCurrentInstance().isValidationFailed()) {
      dialog = name;
    }
  }

  /** The dialog that must be open; null: none. */
  public String getDialog() {
    return dialog;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  /** The number asked for, where it leads here because it was merged; null: this demand's own. */
  public String getMergedNumber() {
    return mergedNumber;
  }

  /** Whether this agent has just registered this demand. */
  public boolean isRegistered() {
    return registered;
  }

  public LocalDate getRenewedOn() {
    return renewedOn;
  }

  public void setRenewedOn(LocalDate renewedOn) {
    this.renewedOn = renewedOn;
  }

  /** The cancellation as it is typed. */
  public CancellationForm getLeaving() {
    return leaving;
  }
}
