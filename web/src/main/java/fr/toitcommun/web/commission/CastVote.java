package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.CommissionSeats;
import fr.toitcommun.ejb.commission.SeatView;
import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.commission.BallotLine;
import fr.toitcommun.persistence.commission.CandidateSheet;
import fr.toitcommun.persistence.commission.RemoteChoice;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.reference.CodeItem;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A member of a commission votes from afar, one dwelling at a time. */
@Named
@ViewScoped
public class CastVote implements Serializable {
  @Inject private CommissionSeats seats;
  @Inject private CodeLists lists;

  private long id;
  private Long shown;
  private SeatView view;
  private List<BallotLine> lines = new ArrayList<>();
  private String words;

  /** Reads the session; the first dwelling not voted on is shown. */
  public void load() {
    view = seats.open(id);
    lines = new ArrayList<>();
    if (item() == null) {
      return;
    }
    for (SessionDetail.Candidate one : item().candidates()) {
      if (one.proposalStatus().isOpen()) {
        lines.add(view.ballot().getOrDefault(one.candidateId(), BallotLine.of(one.candidateId())));
      }
    }
  }

  /** Votes on the dwelling and goes on to the next one. */
  public void vote() {
    long item = item().itemId();
    seats.vote(id, item, lines);
    int next = view.dossier().session().items().indexOf(item()) + 1;
    List<SessionDetail.Item> items = view.dossier().session().items();
    Done.go(
        "/vote.xhtml?session=" + id + "&item=" + items.get(next % items.size()).itemId(),
        "seat.voted",
        item().position());
  }

  /** Says something of the dwelling to the other members. */
  public void say() {
    seats.say(id, item().itemId(), words);
    Done.go("/vote.xhtml?session=" + id + "&item=" + item().itemId() + "#h-thread", "seat.said");
  }

  /** The dwelling shown; null when the agenda is empty. */
  public SessionDetail.Item item() {
    List<SessionDetail.Item> items = view.dossier().session().items();
    return items.stream()
        .filter(one -> shown == null ? !isVoted(one) && votesOn(one) : one.itemId() == shown)
        .findFirst()
        .orElse(items.isEmpty() ? null : items.get(0));
  }

  /** Whether this member has voted on a dwelling. */
  public boolean isVoted(SessionDetail.Item item) {
    return item.candidates().stream().anyMatch(one -> view.ballot().containsKey(one.candidateId()));
  }

  /** Whether this member has a deliberative voice on a dwelling. */
  public boolean votesOn(SessionDetail.Item item) {
    return view.votesOn().contains(item.itemId());
  }

  /** A candidate of the dwelling. */
  public SessionDetail.Candidate candidate(BallotLine line) {
    return item().candidates().stream()
        .filter(one -> one.candidateId() == line.getCandidateId())
        .findFirst()
        .orElseThrow();
  }

  /** The sheet of a candidate. */
  public CandidateSheet sheet(BallotLine line) {
    return view.dossier().sheet(line.getCandidateId());
  }

  /** The four choices. */
  public RemoteChoice[] getChoices() {
    return RemoteChoice.values();
  }

  /** Motives that may be voted, of refusals and of rejections; what must be written out is not. */
  public List<CodeItem> getMotives() {
    return Stream.concat(
            lists.items("NON_ALLOCATION_MOTIVE").stream(),
            lists.items("CANCELLATION_SUB_REASON").stream()
                .filter(one -> one.code().startsWith("IRR")))
        .filter(one -> !"OTHER".equals(one.code()))
        .toList();
  }

  public SeatView getView() {
    return view;
  }

  public List<BallotLine> getLines() {
    return lines;
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

  public Long getShown() {
    return shown;
  }

  public void setShown(Long shown) {
    this.shown = shown;
  }
}
