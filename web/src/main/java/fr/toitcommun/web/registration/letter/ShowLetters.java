package fr.toitcommun.web.registration.letter;

import fr.toitcommun.ejb.registration.letter.Letters;
import fr.toitcommun.ejb.registration.letter.Mailings;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.letter.DemandLetters;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterRow;
import fr.toitcommun.persistence.registration.letter.Tracking;
import fr.toitcommun.web.registration.ShowDemand;
import fr.toitcommun.web.shell.Me;
import fr.toitcommun.web.shell.News;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The letters of a demand on its page, with the notices that a desk or landlord sends. */
@Named
@ViewScoped
public class ShowLetters implements Serializable {
  @Inject private Letters letters;
  @Inject private Mailings mailings;
  @Inject private ShowDemand demand;
  @Inject private Me me;
  @Inject private News news;

  private DemandLetters of;
  private LetterKind kind;
  private String subReason;
  private String grounds;
  private Long tracked;
  private String trackingNumber;
  private LocalDate presentedOn;
  private String dialog;

  /** The letters, read once they are shown. */
  public DemandLetters getOf() {
    if (of == null) {
      of = letters.of(demand.getNumber());
      demand.getLeaving().propose(getPresentedNotice());
    }
    return of;
  }

  /** When the caller's last registered notice was presented; any partner's, for the manager. */
  public LocalDate getPresentedNotice() {
    boolean manager = me.getProfile().partnerKind() == PartnerKind.FILE_MANAGER;
    return getOf().presentedNotices(null, manager ? null : me.getProfile().partnerId()).stream()
        .findFirst()
        .orElse(null);
  }

  /** Asks for a registered notice. */
  public String write() {
    return act("letter", "letters.asked", () -> letters.notice(number(), kind, subReason, grounds));
  }

  /** Notes what the post told. */
  public String track() {
    return act(
        "tracking",
        "letters.trackedOne",
        () -> {
          if (tracked == null) {
            throw RefusedInput.at("tracking_letter", "REQUIRED");
          }
          letters.track(tracked, new Tracking(trackingNumber, presentedOn));
        });
  }

  /** Makes a letter that is owed, to be printed alone. */
  public String make(long letter) {
    return act(null, "letters.madeOne", () -> letters.make(letter));
  }

  /** Has an e-mail that failed tried again; the manager's. */
  public String retry(long letter) {
    return act(null, "letters.retried", () -> mailings.retry(null, letter));
  }

  private String act(String from, String said, Runnable act) {
    try {
      act.run();
    } catch (RefusedInput refused) {
      dialog = from;
      throw refused;
    }
    return news.at(said, "/demand.xhtml?faces-redirect=true&number=" + number());
  }

  private String number() {
    return demand.getNumber();
  }

  /** Opens a dialog again when what was typed in it cannot even be read. */
  public void keepOpen(String name) {
    if (FacesContext.getCurrentInstance().isValidationFailed()) {
      dialog = name;
    }
  }

  /** Notices that are sent from here. */
  public List<LetterKind> getKinds() {
    return Arrays.stream(LetterKind.values())
        .filter(one -> one.registered() && one.sentBy(me.getProfile().partnerKind()))
        .toList();
  }

  /** Registered letters that the post may tell of. */
  public List<LetterRow> getTrackable() {
    return getOf().letters().stream()
        .filter(letter -> letter.kind().registered() && letter.madeOn() != null)
        .toList();
  }

  /**
   * Whether the caller may read or make it: another landlord's offers and decisions are not theirs.
   */
  public boolean mayRead(LetterRow letter) {
    return letter.readableBy(me.getProfile().partnerId(), me.getProfile().partnerKind());
  }

  /** The dialog that must be open; null: none. */
  public String getDialog() {
    return dialog;
  }

  public LetterKind getKind() {
    return kind;
  }

  public void setKind(LetterKind kind) {
    this.kind = kind;
  }

  public String getSubReason() {
    return subReason;
  }

  public void setSubReason(String subReason) {
    this.subReason = subReason;
  }

  public String getGrounds() {
    return grounds;
  }

  public void setGrounds(String grounds) {
    this.grounds = grounds;
  }

  public Long getTracked() {
    return tracked;
  }

  public void setTracked(Long tracked) {
    this.tracked = tracked;
  }

  public String getTrackingNumber() {
    return trackingNumber;
  }

  public void setTrackingNumber(String trackingNumber) {
    this.trackingNumber = trackingNumber;
  }

  public LocalDate getPresentedOn() {
    return presentedOn;
  }

  public void setPresentedOn(LocalDate presentedOn) {
    this.presentedOn = presentedOn;
  }
}
