package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.commission.Convenings;
import fr.toitcommun.persistence.commission.ConveningStore;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The letters that convene the members of a session, and what became of them. */
@Named
@ViewScoped
public class SendConvening implements Serializable {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  @Inject private Convenings convenings;
  @Inject private CommissionSessions sessions;

  private long id;
  private Map<Long, ConveningStore.Convened> sent;
  private LocalDate conveneBy;
  private int without;
  private List<ConveningStore.TakenOff> takenOff;

  /** Reads who was convened. */
  public void load() {
    SessionDetail session = sessions.open(id);
    conveneBy = session.proceedings().rules().conveneBy(session.heldAt().toLocalDate());
    sent =
        convenings.of(id).stream()
            .collect(Collectors.toMap(ConveningStore.Convened::attendeeId, Function.identity()));
    takenOff = convenings.takenOff(id);
    without =
        (int)
            session.attendees().stream()
                .filter(one -> !isCurrent(sent.get(one.getAttendeeId())))
                .count();
  }

  private static boolean isCurrent(ConveningStore.Convened letter) {
    return letter != null && letter.current();
  }

  /** Writes to those who have no letter yet, or one to another date. */
  public void send() {
    done(convenings.send(id, true, address()));
  }

  /** Writes to everyone anew, such as after a change of date. */
  public void sendAgain() {
    done(convenings.send(id, false, address()));
  }

  private void done(int letters) {
    Done.go("/session.xhtml?id=" + id + "#h-convened", "convening.sent", letters);
  }

  /** The page of votes from afar, as members reach it: where the secretary is. */
  private static String address() {
    ExternalContext at = FacesContext.getCurrentInstance().getExternalContext();
    int port = at.getRequestServerPort();
    return at.getRequestScheme()
        + "://"
        + at.getRequestServerName()
        + (port == HTTP || port == HTTPS ? "" : ":" + port)
        + at.getRequestContextPath()
        + "/seats.xhtml";
  }

  /** The letter to someone of the list; null: none. */
  public ConveningStore.Convened of(Long attendee) {
    return sent == null ? null : sent.get(attendee);
  }

  /** Whether any letter was written. */
  public boolean isAny() {
    return sent != null && !sent.isEmpty();
  }

  /** Those convened and taken off the list since. */
  public List<ConveningStore.TakenOff> getTakenOff() {
    return takenOff;
  }

  /** How many have none yet to the date of the session. */
  public int getWithout() {
    return without;
  }

  /** Last day on which a letter leaves in time by the internal rules. */
  public LocalDate getConveneBy() {
    return conveneBy;
  }

  /** Whether letters written on this day leave too late. */
  public boolean late(LocalDate today) {
    return today.isAfter(conveneBy);
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
