package fr.toitcommun.web.commission;

import fr.toitcommun.persistence.commission.InternalRules;
import java.io.Serializable;
import java.time.LocalDate;

/** Internal rules of a commission as its page asks for them. */
public class RulesEntry implements Serializable {
  private LocalDate validFrom;
  private Integer quorum;
  private boolean presidentCasts;
  private boolean remoteVote;
  private Integer conveningDays;

  /** Takes over those in force. */
  void read(InternalRules rules) {
    validFrom = rules.validFrom();
    quorum = rules.quorum();
    presidentCasts = rules.presidentCasts();
    remoteVote = rules.remoteVote();
    conveningDays = rules.conveningDays();
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public Integer getQuorum() {
    return quorum;
  }

  public void setQuorum(Integer quorum) {
    this.quorum = quorum;
  }

  public boolean isPresidentCasts() {
    return presidentCasts;
  }

  public void setPresidentCasts(boolean presidentCasts) {
    this.presidentCasts = presidentCasts;
  }

  public boolean isRemoteVote() {
    return remoteVote;
  }

  public void setRemoteVote(boolean remoteVote) {
    this.remoteVote = remoteVote;
  }

  public Integer getConveningDays() {
    return conveningDays;
  }

  public void setConveningDays(Integer conveningDays) {
    this.conveningDays = conveningDays;
  }
}
