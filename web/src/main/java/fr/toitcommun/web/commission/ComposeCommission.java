package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.Commissions;
import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.commission.CommissionView;
import fr.toitcommun.persistence.commission.InternalRules;
import fr.toitcommun.persistence.commission.MemberForm;
import fr.toitcommun.persistence.commission.SessionAttendee;
import fr.toitcommun.persistence.commission.StandingMember;
import fr.toitcommun.web.shell.Done;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** A commission: who sits on it, by what internal rules; without identity, one to be founded. */
@Named
@ViewScoped
public class ComposeCommission implements Serializable {
  @Inject private Commissions commissions;
  @Inject private CodeLists lists;

  private Long id;
  private Long chosen;
  private CommissionView view;
  private String name;
  private String epci;
  private MemberForm member = new MemberForm();
  private final RulesEntry rules = new RulesEntry();

  /** Reads it; a member who is chosen is ready to be changed. */
  public void load() {
    if (id == null) {
      return;
    }
    view = commissions.open(id);
    name = view.name();
    epci = "EPCI".equals(view.territoryLevel()) ? view.territoryCode() : null;
    rules.read(view.inForce());
    if (chosen != null) {
      view.members().stream()
          .filter(one -> one.memberId() == chosen)
          .findFirst()
          .ifPresent(one -> member = MemberForm.of(one));
    }
  }

  /** Founds it, or keeps its name and territory. */
  public void describe() {
    if (id == null) {
      id = commissions.found(name, epci);
      back("#members", "commission.founded");
    } else {
      commissions.describe(id, name, epci);
      back("", "commission.kept");
    }
  }

  /** Keeps the member of the form. */
  public void keepMember() {
    commissions.keepMember(id, member);
    back("#members", "member.kept");
  }

  /** Keeps the internal rules of the form. */
  public void keepRules() {
    commissions.keepRules(
        id,
        new InternalRules(
            rules.getValidFrom(),
            number(rules.getQuorum()),
            rules.isPresidentCasts(),
            rules.isRemoteVote(),
            number(rules.getConveningDays())));
    back("#h-rules", "rules.kept");
  }

  private static int number(Integer typed) {
    return typed == null ? -1 : typed;
  }

  private void back(String fragment, String said) {
    Done.go("/commission.xhtml?id=" + id + fragment, said);
  }

  /** Whether someone sits today. */
  public boolean sits(StandingMember one) {
    return one.sitsOn(lists.today());
  }

  /** Whether someone sits for some dwellings only. */
  public boolean sitsForSome(StandingMember one) {
    return StandingMember.sitsForSome(one.capacity());
  }

  /** The name of the place that someone sits for; the code itself when it is none of a place. */
  public String place(StandingMember one) {
    return lists.place(one.concerns());
  }

  /** Kinds of voice. */
  public SessionAttendee.Voice[] getVoices() {
    return SessionAttendee.Voice.values();
  }

  public CommissionView getView() {
    return view;
  }

  public MemberForm getMember() {
    return member;
  }

  public RulesEntry getRules() {
    return rules;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  /** The member to change; null: a new one. */
  public Long getChosen() {
    return chosen;
  }

  public void setChosen(Long chosen) {
    this.chosen = chosen;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEpci() {
    return epci;
  }

  public void setEpci(String epci) {
    this.epci = epci;
  }
}
