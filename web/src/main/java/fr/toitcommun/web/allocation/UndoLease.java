package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.LeaseCancellations;
import fr.toitcommun.persistence.allocation.LeaseUndoing;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FaultTexts;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Cancelling the signature of a lease made by mistake: what it does is told before. */
@Named
@ViewScoped
public class UndoLease implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private LeaseCancellations leases;
  @Inject private Language language;

  private long id;
  private LeaseUndoing undoing;
  private String words;

  /** Reads what it would do. */
  public void load() {
    undoing = leases.open(id);
  }

  /** Does it. */
  public void undo() {
    LeaseUndoing done = leases.cancel(id, words);
    Done.go(
        "/leases.xhtml?cancelled=true",
        "undo.done",
        done.lease().applicant(),
        done.restorable().size(),
        done.lost().size());
  }

  /** What forbids it, in words. */
  public String getHindrance() {
    return FaultTexts.text(Fault.at("", undoing.hindrance()), language.getLocale());
  }

  public LeaseUndoing getUndoing() {
    return undoing;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
