package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.ejb.commission.SessionVotes;
import fr.toitcommun.persistence.commission.ItemVotes;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;

/** The vote from afar of a session, as its secretary opens it, follows it and records it. */
@Named
@ViewScoped
public class FollowVote implements Serializable {
  @Inject private SessionVotes votes;
  @Inject private CommissionSessions sessions;

  private long id;
  private Map<Long, ItemVotes> byItem;
  private boolean held;
  private LocalDate opensOn;
  private LocalTime opensAt = LocalTime.of(8, 0);
  private LocalDate closesOn;
  private LocalTime closesAt;

  /** Reads the period and who has voted. */
  public void load() {
    SessionDetail session = sessions.open(id);
    LocalDateTime from = session.proceedings().voteOpensAt();
    LocalDateTime to = session.proceedings().voteClosesAt();
    closesOn = (to == null ? session.heldAt() : to).toLocalDate();
    closesAt = (to == null ? session.heldAt() : to).toLocalTime();
    if (from != null) {
      opensOn = from.toLocalDate();
      opensAt = from.toLocalTime();
      byItem = votes.of(id);
      held = votes.held(id);
    }
  }

  /** Opens it, or changes its period. */
  public void open() {
    votes.open(id, at(opensOn, opensAt), at(closesOn, closesAt));
    back("vote.opened");
  }

  /** Gives it up. */
  public void giveUp() {
    votes.open(id, null, null);
    back("vote.givenUp");
  }

  /** Records what the votes propose for a dwelling. */
  public void confirm(long item) {
    int recorded = votes.confirm(id, item);
    Done.go("/session.xhtml?id=" + id + "#item-" + item, "vote.confirmed", recorded);
  }

  private void back(String said) {
    Done.go("/session.xhtml?id=" + id + "#h-vote", said);
  }

  private static LocalDateTime at(LocalDate day, LocalTime time) {
    return day == null || time == null ? null : LocalDateTime.of(day, time);
  }

  /** The votes on a dwelling; null: none were asked for. */
  public ItemVotes of(long item) {
    return byItem == null ? null : byItem.get(item);
  }

  /** Whether it is over and somebody has voted: its result is known, its period fixed. */
  public boolean isHeld() {
    return held;
  }

  public LocalDate getOpensOn() {
    return opensOn;
  }

  public void setOpensOn(LocalDate opensOn) {
    this.opensOn = opensOn;
  }

  public LocalTime getOpensAt() {
    return opensAt;
  }

  public void setOpensAt(LocalTime opensAt) {
    this.opensAt = opensAt;
  }

  public LocalDate getClosesOn() {
    return closesOn;
  }

  public void setClosesOn(LocalDate closesOn) {
    this.closesOn = closesOn;
  }

  public LocalTime getClosesAt() {
    return closesAt;
  }

  public void setClosesAt(LocalTime closesAt) {
    this.closesAt = closesAt;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
