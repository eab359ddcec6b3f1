package fr.toitcommun.persistence.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The form of a demand as typed at the desk or sent by a system (Cerfa 14069; R.441-2-2). It may
 * hold anything: {@link Controls} say what is wrong with it.
 */
public class DemandForm {
  private LocalDate depositDate;
  private boolean identityChecked;
  private PersonForm applicant = new PersonForm();
  private List<PersonForm> coApplicants = new ArrayList<>();
  private List<PersonForm> dependants = new ArrayList<>();
  private Integer expectedChildren;
  private LocalDate expectedBirthDate;
  private ContactForm contact = new ContactForm();
  private CurrentHousingForm currentHousing = new CurrentHousingForm();
  private MotivesForm motives = new MotivesForm();
  private SoughtForm sought = new SoughtForm();
  private LegalPersonForm legalPerson;
  private HelperForm helper = new HelperForm();
  private String separation;

  /** Day on which the desk received the form; null: today. */
  public LocalDate getDepositDate() {
    return depositDate;
  }

  public void setDepositDate(LocalDate depositDate) {
    this.depositDate = depositDate;
  }

  /**
   * The desk has seen a copy of an identity document or proof of regular stay, the only paper that
   * may be asked (R.441-2-3).
   */
  public boolean isIdentityChecked() {
    return identityChecked;
  }

  public void setIdentityChecked(boolean identityChecked) {
    this.identityChecked = identityChecked;
  }

  public PersonForm getApplicant() {
    return applicant;
  }

  public void setApplicant(PersonForm applicant) {
    this.applicant = applicant;
  }

  public List<PersonForm> getCoApplicants() {
    return coApplicants;
  }

  public void setCoApplicants(List<PersonForm> coApplicants) {
    this.coApplicants = coApplicants;
  }

  /** Persons to house and children in shared custody. */
  public List<PersonForm> getDependants() {
    return dependants;
  }

  public void setDependants(List<PersonForm> dependants) {
    this.dependants = dependants;
  }

  public Integer getExpectedChildren() {
    return expectedChildren;
  }

  public void setExpectedChildren(Integer expectedChildren) {
    this.expectedChildren = expectedChildren;
  }

  public LocalDate getExpectedBirthDate() {
    return expectedBirthDate;
  }

  public void setExpectedBirthDate(LocalDate expectedBirthDate) {
    this.expectedBirthDate = expectedBirthDate;
  }

  public ContactForm getContact() {
    return contact;
  }

  public void setContact(ContactForm contact) {
    this.contact = contact;
  }

  public CurrentHousingForm getCurrentHousing() {
    return currentHousing;
  }

  public void setCurrentHousing(CurrentHousingForm currentHousing) {
    this.currentHousing = currentHousing;
  }

  public MotivesForm getMotives() {
    return motives;
  }

  public void setMotives(MotivesForm motives) {
    this.motives = motives;
  }

  public SoughtForm getSought() {
    return sought;
  }

  public void setSought(SoughtForm sought) {
    this.sought = sought;
  }

  /**
   * The body that asks (L.442-8-1); null for a natural person. The applicant is then the person who
   * signs for it, and only sections a, b and h of the form are filled in.
   */
  public LegalPersonForm getLegalPerson() {
    return legalPerson;
  }

  public void setLegalPerson(LegalPersonForm legalPerson) {
    this.legalPerson = legalPerson;
  }

  /** Who helped to fill in the form, if anyone. */
  public HelperForm getHelper() {
    return helper;
  }

  public void setHelper(HelperForm helper) {
    this.helper = helper;
  }

  /**
   * A couple is parting, so that the applicant's income alone counts (L.441-1): code list
   * SEPARATION; null: none is.
   */
  public String getSeparation() {
    return separation;
  }

  public void setSeparation(String separation) {
    this.separation = separation;
  }

  /**
   * The same as a body asks it (L.442-8-1): the person on it signs for the body, and what only a
   * natural person fills in is left out (R.441-2-2). Contact, helper and wishes are shared with
   * this form.
   */
  public DemandForm asBody() {
    DemandForm body = new DemandForm();
    body.legalPerson = new LegalPersonForm();
    body.depositDate = depositDate;
    body.identityChecked = identityChecked;
    body.contact = contact;
    body.helper = helper;
    body.sought = sought;
    body.applicant.setId(applicant.getId());
    sign(applicant, body.applicant);
    return body;
  }

  /** Takes over what both kinds of form say from the form of a body. */
  public void takeOver(DemandForm body) {
    depositDate = body.depositDate;
    identityChecked = body.identityChecked;
    contact = body.contact;
    helper = body.helper;
    sought = body.sought;
    sign(body.applicant, applicant);
  }

  private static void sign(PersonForm from, PersonForm to) {
    to.setCivility(from.getCivility());
    to.setSurname(from.getSurname());
    to.setGivenName(from.getGivenName());
    to.setPhone(from.getPhone());
    to.setOtherPhone(from.getOtherPhone());
    to.setEmail(from.getEmail());
  }

  /** Those who sign: applicant and co-applicants. Not a part of the form by itself. */
  List<PersonForm> signers() {
    List<PersonForm> signers = new ArrayList<>(List.of(applicant));
    signers.addAll(coApplicants);
    return signers;
  }

  /** Who asks, as headings and lists name them: the body, or the applicant. */
  public String askedBy() {
    return legalPerson == null ? applicant.fullName() : legalPerson.getName();
  }

  /** Everyone named on the form, signers first. */
  List<PersonForm> persons() {
    List<PersonForm> persons = signers();
    persons.addAll(dependants);
    return persons;
  }
}
