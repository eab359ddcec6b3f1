package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.Texts;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import org.primefaces.PrimeFaces;

/** What registering and modifying have in common: a form typed in steps, kept as it grows. */
abstract class DemandPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject protected GuidedEntry guide;
  @Inject protected DemandEntry entry;
  @Inject protected OpenDoubts doubts;
  @Inject private Registrations registrations;
  @Inject private Texts texts;

  protected String draft;
  protected String at;

  /** What is typed, and what it is typed on. */
  abstract TypedDemand typed();

  /**
   * Saves.
   *
   * @param confirmed the likely duplicates shown are other persons
   */
  abstract String save(boolean confirmed);

  /** Whether the demand has been saved: nothing is kept any more. */
  abstract boolean saved();

  /** Stands at the step of the address; lines offered to be filled are no faults. */
  void arrive() {
    entry.tidy();
    guide.stand(at, typed());
    entry.offerLines();
    lookIfShown();
  }

  /** Goes on to the next step. */
  public String next() {
    entry.tidy();
    String there = guide.next(typed());
    entry.offerLines();
    return there;
  }

  /** Goes back to the step before. */
  public String back() {
    entry.tidy();
    return guide.back(typed());
  }

  /** Goes to a step. */
  public String to(EntryStep step) {
    entry.tidy();
    return guide.to(step, typed());
  }

  /** Keeps what is typed while the agent goes on typing; tells the page under which name. */
  public synchronized void keep() {
    if (!saved()) {
      entry.stateYears();
      guide.keep(typed());
      var told = PrimeFaces.current().ajax();
      told.addCallbackParam("address", getAddress());
      told.addCallbackParam(
          "kept", texts.say("entry.kept", texts.hour(guide.getDraft().getKeptAt())));
    }
  }

  /** Saves, unless something is wrong or likely duplicates wait for a word. */
  public String save() {
    return save(false);
  }

  /** Saves: the likely duplicates shown are other persons. */
  public String confirm() {
    return save(true);
  }

  /** Whether nothing stands against saving; what does is read in the recapitulation. */
  boolean mayBeSaved(boolean confirmed) {
    entry.tidy();
    List<Fault> faults = registrations.faults(entry.getForm(), typed().uniqueNumber());
    if (!faults.isEmpty()) {
      guide.refused(faults, typed());
      entry.offerLines();
      lookIfShown();
      return false;
    }
    boolean unlike = entry.unlike(confirmed);
    if (!doubts.settled(entry.getForm(), typed().uniqueNumber()) || !unlike) {
      guide.recapitulate(typed());
      entry.offerLines();
      return false;
    }
    return true;
  }

  /** What the boundary refuses is told as what the page finds; null: the page stays. */
  String refused(RefusedInput refused) {
    guide.refused(refused.faults(), typed());
    entry.offerLines();
    FacesContext.getCurrentInstance().validationFailed();
    return null;
  }

  void lookIfShown() {
    if (guide.getStep().isShowingDuplicates()) {
      entry.look();
    }
    if (guide.getStep().isLast()) {
      doubts.look(entry.getForm(), typed().uniqueNumber());
    }
  }

  /** A body asks instead of a person, or the other way round; the steps follow. */
  public void changeKind() {
    entry.changeKind();
    guide.follow(typed());
  }

  /** Address of this step and draft, relative to the application. */
  public String getAddress() {
    return addressOf(guide.getStep());
  }

  /** Address of a step of this draft, relative to the application. */
  public String addressOf(EntryStep step) {
    return guide.address(step, typed()).substring(1);
  }

  public DemandEntry getEntry() {
    return entry;
  }

  public GuidedEntry getGuide() {
    return guide;
  }

  /** What is odd about what is typed, to be confirmed before it is saved. */
  public OpenDoubts getDoubts() {
    return doubts;
  }

  /** Name of the draft in the address. */
  public String getDraft() {
    return draft;
  }

  public void setDraft(String draft) {
    this.draft = draft;
  }

  /** Name of the step in the address. */
  public String getAt() {
    return at;
  }

  public void setAt(String at) {
    this.at = at;
  }
}
