package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.SessionDecisions;
import fr.toitcommun.ejb.commission.SessionScreens;
import fr.toitcommun.persistence.commission.CandidateSheet;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionDossier;
import fr.toitcommun.persistence.commission.SessionScreen;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A session while it is held, one dwelling at a time, and the second screen that follows it. */
@Named
@ViewScoped
public class ConductSession implements Serializable {
  @Inject private SessionDecisions sessions;
  @Inject private SessionScreens screens;

  private long id;
  private Long shown;
  private Long chosen;
  private boolean screen;
  private SessionDossier dossier;
  private boolean hidesNames;
  private String state;

  /** Reads the dwelling asked for; the second screen shows the one that the secretary shows. */
  public void load() {
    dossier = sessions.examine(id);
    SessionScreen before = screens.state(id);
    hidesNames = before.hidesNames();
    if (screen) {
      shown = before.itemId();
    } else if (shown == null) {
      shown = before.itemId();
    }
    if (!screen) {
      screens.show(id, shown, hidesNames);
    }
    state = screen ? before.state() : screens.state(id).state();
  }

  /** Shows names on every screen, or hides them. */
  public void switchNames() {
    screens.show(id, item() == null ? null : item().itemId(), !hidesNames);
    Done.go(address(chosen), null);
  }

  /** The address of the page, on this dwelling and a candidate of it; null: none is chosen. */
  String address(Long candidate) {
    return "/live.xhtml?id="
        + id
        + (item() == null ? "" : "&item=" + item().itemId())
        + (candidate == null ? "" : "&candidate=" + candidate);
  }

  /** The dwelling shown; null when the agenda is empty. */
  public SessionDetail.Item item() {
    List<SessionDetail.Item> items = dossier.session().items();
    return items.stream()
        .filter(one -> shown != null && one.itemId() == shown)
        .findFirst()
        .orElse(items.isEmpty() ? null : items.get(0));
  }

  /** The dwelling so many places after it; null: there is none. */
  public SessionDetail.Item beside(int places) {
    List<SessionDetail.Item> items = dossier.session().items();
    int at = item() == null ? -1 : items.indexOf(item()) + places;
    return at < 0 || at >= items.size() ? null : items.get(at);
  }

  /** The candidate to decide on; null: none is chosen. */
  public SessionDetail.Candidate getCandidate() {
    return item() == null || chosen == null || screen
        ? null
        : item().candidates().stream()
            .filter(one -> one.candidateId() == chosen)
            .findFirst()
            .orElse(null);
  }

  /** The sheet of a candidate. */
  public CandidateSheet sheet(long candidate) {
    return dossier.sheet(candidate);
  }

  /** A candidate as the screen names them: initials while names are hidden. */
  public String name(SessionDetail.Candidate candidate) {
    return hidesNames ? Initials.of(candidate.applicant()) : candidate.applicant();
  }

  public SessionDetail getDetail() {
    return dossier.session();
  }

  public boolean isHidesNames() {
    return hidesNames;
  }

  /** What the second screen compares to know that something changed. */
  public String getState() {
    return state;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public Long getShown() {
    return shown;
  }

  public void setShown(Long shown) {
    this.shown = shown;
  }

  public Long getChosen() {
    return chosen;
  }

  public void setChosen(Long chosen) {
    this.chosen = chosen;
  }

  /** Whether this is the second screen, which follows and acts on nothing. */
  public boolean isScreen() {
    return screen;
  }

  public void setScreen(boolean screen) {
    this.screen = screen;
  }
}
