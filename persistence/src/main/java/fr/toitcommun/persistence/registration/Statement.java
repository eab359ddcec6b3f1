package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;

/** What a demand states besides its persons and the places and types it wishes (R.441-2-2). */
@Embeddable
public class Statement {
  @Embedded private ContactAddress contact;
  @Embedded private CurrentHousing currentHousing;
  @Embedded private Motives motives;
  @Embedded private Sought sought;
  @Embedded private LegalPerson legalPerson;
  @Embedded private Helper helper;

  @Column(name = "expected_children")
  private int expectedChildren;

  @Column(name = "expected_birth_date")
  private LocalDate expectedBirthDate;

  private String separation;
  private boolean complete;

  /** For the persistence provider. */
  protected Statement() {}

  static Statement of(DemandForm form) {
    Statement statement = new Statement();
    statement.contact = ContactAddress.of(form.getContact());
    statement.currentHousing = CurrentHousing.of(form.getCurrentHousing());
    statement.motives = Motives.of(form.getMotives());
    statement.sought = Sought.of(form.getSought());
    statement.legalPerson = LegalPerson.of(form.getLegalPerson());
    statement.helper = Helper.of(form.getHelper());
    statement.expectedChildren =
        form.getExpectedChildren() == null ? 0 : form.getExpectedChildren();
    statement.expectedBirthDate = form.getExpectedBirthDate();
    statement.separation = form.getSeparation();
    statement.complete = Controls.missing(form).isEmpty();
    return statement;
  }

  /** Lays it back into a form. */
  void lay(DemandForm form) {
    form.setContact(contact.form());
    form.setCurrentHousing(currentHousing.form());
    form.setMotives(motives == null ? new MotivesForm() : motives.form());
    form.setSought(sought.form());
    form.setLegalPerson(legalPerson == null ? null : legalPerson.form());
    form.setHelper(helper == null ? new HelperForm() : helper.form());
    form.setExpectedChildren(expectedChildren);
    form.setExpectedBirthDate(expectedBirthDate);
    form.setSeparation(separation);
  }

  /** The body that asks; null for a natural person (L.442-8-1). */
  LegalPerson legalPerson() {
    return legalPerson == null || legalPerson.form() == null ? null : legalPerson;
  }

  boolean complete() {
    return complete;
  }
}
