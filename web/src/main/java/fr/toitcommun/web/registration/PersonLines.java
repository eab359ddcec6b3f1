package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.reference.CodeItem;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.ResourceForm;
import fr.toitcommun.web.shell.Focus;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The persons of a demand being typed and what each lives on: their lines come and go. */
@Dependent
public class PersonLines implements Serializable {
  @Inject private CodeLists lists;

  private DemandForm form;

  /** Types into this form. */
  void take(DemandForm now) {
    form = now;
  }

  /** Every signer has a line for a resource to begin with. */
  void offer() {
    for (PersonForm signer : signers()) {
      if (form.getLegalPerson() == null
          && signer.getResources().isEmpty()
          && !signer.isWithoutResources()) {
        signer.getResources().add(new ResourceForm());
      }
    }
  }

  /** Lines left empty go. */
  void dropEmpty() {
    persons()
        .forEach(
            person ->
                person
                    .getResources()
                    .removeIf(line -> line.getCode() == null && line.getAmount() == null));
  }

  /** Resources received, then paid, one may choose from; also the one that is held already. */
  public List<CodeItem> resourceItems(String held) {
    List<String> also = held == null ? List.of() : List.of(held);
    return Stream.of("RESOURCE_RECEIVED", "RESOURCE_PAID")
        .flatMap(list -> lists.items(list, also).stream())
        .toList();
  }

  public void addCoApplicant() {
    PersonForm person = new PersonForm();
    person.getResources().add(new ResourceForm());
    form.getCoApplicants().add(person);
    Focus.on("coApplicants_" + (form.getCoApplicants().size() - 1) + "_civility");
  }

  public void removeCoApplicant(int index) {
    form.getCoApplicants().remove(index);
    Focus.on("co_add");
  }

  public void addDependant() {
    form.getDependants().add(new PersonForm());
    Focus.on("dependants_" + (form.getDependants().size() - 1) + "_surname");
  }

  public void removeDependant(int index) {
    form.getDependants().remove(index);
    Focus.on("dependants_add");
  }

  /** Adds a line for a resource to a person, whose fields begin with this path. */
  public void addResource(PersonForm person, String path) {
    person.getResources().add(new ResourceForm());
    Focus.on(path + "resources_" + (person.getResources().size() - 1) + "_code");
  }

  public void removeResource(PersonForm person, int index, String path) {
    person.getResources().remove(index);
    Focus.on(path + "resources_add");
  }

  /** An amount is of the year that the screen shows with it, however long the draft is kept. */
  void stateYears() {
    for (PersonForm person : persons()) {
      if (person.statesTaxIncome() && person.getTaxYear() == null) {
        person.setTaxYear(taxYear());
      }
    }
  }

  private int taxYear() {
    return lists.today().getYear() - 2;
  }

  /** Whether a person's amounts are of years that the form no longer asks for. */
  public boolean oldYears(PersonForm person) {
    return person.getTaxYear() != null && person.getTaxYear() < taxYear();
  }

  /** Has a person's amounts stand for the years that the form asks for today. */
  public void bringYears(PersonForm person, String path) {
    person.bringTaxYearTo(taxYear());
    Focus.on(path + "taxIncomeN2");
  }

  private List<PersonForm> persons() {
    List<PersonForm> persons = signers();
    persons.addAll(form.getDependants());
    return persons;
  }

  private List<PersonForm> signers() {
    List<PersonForm> signers = new ArrayList<>(List.of(form.getApplicant()));
    signers.addAll(form.getCoApplicants());
    return signers;
  }
}
