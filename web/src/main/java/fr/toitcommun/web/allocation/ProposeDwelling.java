package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.ejb.allocation.Proposals;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.NotificationChannel;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FaultTexts;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Proposing a vacant dwelling to some of the candidates shown: they are ticked, then confirmed. */
@Named
@ViewScoped
public class ProposeDwelling implements Serializable {
  @Inject private Proposals proposals;
  @Inject private FindCandidates candidates;
  @Inject private Language language;

  private LocalDate replyDeadline;
  private NotificationChannel channel = NotificationChannel.EMAIL;
  private final Map<String, Boolean> selected = new HashMap<>();

  /** Asks for confirmation. */
  public void confirm() {
    if (getChosen().isEmpty()) {
      Done.fault("candidates.chooseFirst");
    } else {
      replyDeadline = proposals.replyDeadline();
    }
  }

  /** Puts the chosen side by side. */
  public void compare() {
    List<String> numbers = getChosen().stream().map(CandidateRow::uniqueNumber).toList();
    if (numbers.size() < 2 || numbers.size() > Matching.MOST_COMPARED) {
      Done.fault("compare.choose");
    } else {
      Done.go(
          "/compare.xhtml?"
              + candidates.getSearched().getWidestQuery()
              + "&numbers="
              + String.join("~", numbers),
          null);
    }
  }

  /** Goes back to the choice. */
  public void reconsider() {
    replyDeadline = null;
  }

  /** Proposes the dwelling to the chosen. */
  public void propose() {
    long vacancy = candidates.getSearched().getVacancy();
    List<String> numbers = getChosen().stream().map(CandidateRow::uniqueNumber).toList();
    try {
      int made = proposals.propose(vacancy, numbers, channel).size();
      Done.go("/vacancy.xhtml?id=" + vacancy, "candidates.proposed", made);
    } catch (RefusedInput refused) {
      refused.faults().forEach(this::say);
    }
  }

  /** Faults come by number: the agent reads whom they concern. */
  private void say(Fault fault) {
    String text = FaultTexts.text(fault, language.getLocale());
    Done.faultText(
        getChosen().stream()
            .filter(row -> row.uniqueNumber().equals(fault.field()))
            .findFirst()
            .map(row -> row.applicant() + " – " + text)
            .orElse(text));
  }

  /** Those who are ticked, in the order of rank. */
  public List<CandidateRow> getChosen() {
    return candidates.getPage().rows().stream()
        .filter(row -> Boolean.TRUE.equals(selected.get(row.uniqueNumber())))
        .toList();
  }

  /** Until when the chosen may answer; null until they are to be confirmed. */
  public LocalDate getReplyDeadline() {
    return replyDeadline;
  }

  /** How the chosen are told. */
  public NotificationChannel getChannel() {
    return channel;
  }

  public void setChannel(NotificationChannel channel) {
    this.channel = channel;
  }

  /** How an applicant may be told. */
  public NotificationChannel[] getChannels() {
    return NotificationChannel.values();
  }

  /** Ticks by unique number. */
  public Map<String, Boolean> getSelected() {
    return selected;
  }
}
