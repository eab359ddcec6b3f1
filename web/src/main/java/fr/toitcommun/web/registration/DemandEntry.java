package fr.toitcommun.web.registration;

import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.web.shell.Focus;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;

/**
 * A demand being typed, which registering and modifying share: its form, and what helps with it.
 */
@Dependent
public class DemandEntry implements Serializable {
  @Inject private PersonLines persons;
  @Inject private TypedCity city;
  @Inject private WishedPlaces places;
  @Inject private LookAlikes alike;

  private DemandForm form;
  private String number;
  private DemandForm before;
  private DemandForm aside;

  @PostConstruct
  void begin() {
    take(new DemandForm());
  }

  /**
   * Starts from this form.
   *
   * @param ofNumber the demand it modifies; null: a new one
   * @param asRead that demand as it was read; those who resembled it already are shown, and not
   *     asked about again
   */
  void open(DemandForm from, String ofNumber, DemandForm asRead) {
    number = ofNumber;
    before = asRead;
    take(from);
  }

  private void take(DemandForm now) {
    form = now;
    persons.take(now);
    city.take(now, before);
    places.take(now, before);
  }

  /** Every signer has a line for a resource to begin with. */
  void offerLines() {
    persons.offer();
  }

  /** Whether a body asks (L.442-8-1). */
  public boolean isBody() {
    return form.getLegalPerson() != null;
  }

  /**
   * A body asks instead of a person, or the other way round. What only the other kind of form holds
   * is put aside and comes back with it.
   */
  void changeKind() {
    DemandForm other = aside;
    aside = form;
    if (isBody()) {
      DemandForm person = other == null ? new DemandForm() : other;
      person.takeOver(form);
      take(person);
    } else {
      DemandForm body = form.asBody();
      body.setLegalPerson(other == null ? body.getLegalPerson() : other.getLegalPerson());
      take(body);
    }
    Focus.on(isBody() ? "legalPerson_name" : "applicant_civility");
  }

  /** Looks for likely duplicates of the persons typed so far. */
  public void look() {
    alike.look(form, number);
  }

  /** Lines left empty go, the city finds its code: the form is as it would be saved. */
  void tidy() {
    persons.dropEmpty();
    city.locate();
    stateYears();
  }

  /** An amount is of the year that the screen shows with it, however long the draft is kept. */
  void stateYears() {
    persons.stateYears();
  }

  /**
   * Looks for likely duplicates before saving.
   *
   * @param confirmed the agent says that those on the screen are other persons
   * @return whether to save; false: the agent must look at the likely duplicates first
   */
  boolean unlike(boolean confirmed) {
    return alike.settled(form, number, before, confirmed);
  }

  /** What is typed. */
  public DemandForm getForm() {
    return form;
  }

  public PersonLines getPersons() {
    return persons;
  }

  public TypedCity getCity() {
    return city;
  }

  public WishedPlaces getPlaces() {
    return places;
  }

  /** Likely duplicates of the persons typed so far. */
  public LookAlikes getAlike() {
    return alike;
  }
}
