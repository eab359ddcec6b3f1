package fr.toitcommun.persistence.registration;

import java.util.ArrayList;
import java.util.List;

/** The handicap complement of a demand (form section i), one part for each person concerned. */
public class HandicapComplementForm {
  private List<HandicapPersonForm> persons = new ArrayList<>();

  public List<HandicapPersonForm> getPersons() {
    return persons;
  }

  public void setPersons(List<HandicapPersonForm> persons) {
    this.persons = persons;
  }
}
