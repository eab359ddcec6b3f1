package fr.toitcommun.web.registration;

import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Separation;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The separation of a couple while it is typed. */
public class SeparationForm implements Serializable {
  private Long coApplicant;
  private final List<ChildPlace> places = new ArrayList<>();
  private final ContactForm contact = new ContactForm();

  /** Begins with the household of this form. */
  void open(DemandForm form) {
    form.getDependants().forEach(one -> places.add(new ChildPlace(one)));
    if (form.getCoApplicants().size() == 1) {
      coApplicant = form.getCoApplicants().get(0).getId();
    }
  }

  Separation asked() {
    return new Separation(
        coApplicant, those(ChildPlace.With.LEAVING), those(ChildPlace.With.BOTH), contact);
  }

  private Set<Long> those(ChildPlace.With with) {
    return places.stream()
        .filter(one -> one.getWith() == with)
        .map(one -> one.getPerson().getId())
        .collect(Collectors.toSet());
  }

  public ChildPlace.With[] getWiths() {
    return ChildPlace.With.values();
  }

  /** Who separates. */
  public Long getCoApplicant() {
    return coApplicant;
  }

  public void setCoApplicant(Long coApplicant) {
    this.coApplicant = coApplicant;
  }

  /** With whom each person in charge lives from now on. */
  public List<ChildPlace> getPlaces() {
    return places;
  }

  /** Where the co-applicant who leaves is reached from now on. */
  public ContactForm getContact() {
    return contact;
  }
}
