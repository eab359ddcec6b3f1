package fr.toitcommun.persistence.commission;

import java.io.Serializable;
import java.time.LocalDate;

/** A standing member of a commission, as typed. */
public class MemberForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private Long memberId;
  private String name;
  private String email;
  private String capacity;
  private String voice = "DELIBERATIVE";
  private boolean castingVote;
  private boolean president;
  private String substitute;
  private String login;
  private String concerns;
  private LocalDate validFrom;
  private LocalDate validTo;

  /** What is kept of a member. */
  public static MemberForm of(StandingMember member) {
    MemberForm form = new MemberForm();
    form.memberId = member.memberId();
    form.name = member.name();
    form.email = member.email();
    form.capacity = member.capacity();
    form.voice = member.voice().name();
    form.castingVote = member.castingVote();
    form.president = member.president();
    form.substitute = member.substitute();
    form.login = member.login();
    form.concerns = member.concerns();
    form.validFrom = member.validFrom();
    form.validTo = member.validTo();
    return form;
  }

  /** Identity; null for a new one. */
  public Long getMemberId() {
    return memberId;
  }

  public void setMemberId(Long memberId) {
    this.memberId = memberId;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  /** Where convening letters also go; null: by post alone. */
  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  /** Code list ATTENDEE_CAPACITY. */
  public String getCapacity() {
    return capacity;
  }

  public void setCapacity(String capacity) {
    this.capacity = capacity;
  }

  /** DELIBERATIVE or ADVISORY. */
  public String getVoice() {
    return voice;
  }

  public void setVoice(String voice) {
    this.voice = voice;
  }

  /** Decides a tie (L.441-2: the mayor of the municipality of the dwelling). */
  public boolean isCastingVote() {
    return castingVote;
  }

  public void setCastingVote(boolean castingVote) {
    this.castingVote = castingVote;
  }

  /** Elected by the landlord's members (R.441-9). */
  public boolean isPresident() {
    return president;
  }

  public void setPresident(boolean president) {
    this.president = president;
  }

  /** Who sits when they cannot; null: nobody is named. */
  public String getSubstitute() {
    return substitute;
  }

  public void setSubstitute(String substitute) {
    this.substitute = substitute;
  }

  /** Login of the account that votes from afar; null: none. */
  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  /**
   * For which dwellings only: INSEE code, code of a département, SIREN or code of QUOTA; null: for
   * all.
   */
  public String getConcerns() {
    return concerns;
  }

  public void setConcerns(String concerns) {
    this.concerns = concerns;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  /** Last day; null: no end is known. */
  public LocalDate getValidTo() {
    return validTo;
  }

  public void setValidTo(LocalDate validTo) {
    this.validTo = validTo;
  }
}
