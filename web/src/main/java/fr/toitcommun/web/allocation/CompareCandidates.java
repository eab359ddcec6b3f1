package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.ChosenCandidates;
import fr.toitcommun.persistence.allocation.NotificationChannel;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** Up to five candidates side by side, and proposing the dwelling to one of them. */
@Named
@ViewScoped
public class CompareCandidates implements Serializable {
  @Inject private Matching matching;
  @Inject private Proposals proposals;
  @Inject private ComparedLines lines;
  @Inject private Me me;

  private final CandidateLink searched = new CandidateLink();
  private String numbers;
  private VacancyRow dwelling;
  private ChosenCandidates chosen;
  private CandidateRow proposed;
  private LocalDate replyDeadline;
  private NotificationChannel channel = NotificationChannel.EMAIL;

  /** Reads those that the address names. */
  public void load() {
    me.require(Right.MATCH);
    searched.narrow();
    List<String> asked = numbers == null ? List.of() : List.of(numbers.split("~"));
    if (searched.getVacancy() != null) {
      dwelling = matching.dwelling(searched.getVacancy());
      chosen = matching.compare(searched.getVacancy(), searched.getNarrowed(), asked);
    } else {
      chosen = matching.compare(searched.search(), asked);
    }
  }

  /** What is compared, line by line. */
  public List<ComparedLines.Part> getParts() {
    return lines.of(chosen, dwelling);
  }

  /** Asks for confirmation. */
  public void confirm(CandidateRow row) {
    proposed = row;
    replyDeadline = proposals.replyDeadline();
  }

  /** Goes back to the comparison. */
  public void reconsider() {
    proposed = null;
  }

  /** Proposes the dwelling to the one that was confirmed. */
  public void propose() {
    Long vacancy = searched.getVacancy();
    proposals.propose(vacancy, List.of(proposed.uniqueNumber()), channel);
    Done.go("/vacancy.xhtml?id=" + vacancy, "candidates.proposed", 1);
  }

  /** Address of the search they come from. */
  public String getSearch() {
    return searched.getAddress();
  }

  public VacancyRow getDwelling() {
    return dwelling;
  }

  public ChosenCandidates getChosen() {
    return chosen;
  }

  /** Who the dwelling is to be proposed to; null until somebody is chosen. */
  public CandidateRow getProposed() {
    return proposed;
  }

  public LocalDate getReplyDeadline() {
    return replyDeadline;
  }

  /** How they are told. */
  public NotificationChannel getChannel() {
    return channel;
  }

  public void setChannel(NotificationChannel channel) {
    this.channel = channel;
  }

  /** What they are searched for. */
  public CandidateLink getSearched() {
    return searched;
  }

  public String getNumbers() {
    return numbers;
  }

  public void setNumbers(String numbers) {
    this.numbers = numbers;
  }
}
