package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Departures;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.Departure;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A household changes while its demand goes on: somebody leaves it, or a couple separates. */
@Named
@ViewScoped
public class ChangeHousehold implements Serializable {
  @Inject private DemandFiles files;
  @Inject private Departures departures;
  @Inject private News news;

  private String number;
  private DemandFile file;
  private int version;
  private Long person;
  private Departure departure;
  private final SeparationForm separation = new SeparationForm();
  private WordOf wordOf = WordOf.APPLICANT;

  /** Reads the demand. */
  public void load() {
    read(files.open(number));
    separation.open(file.form());
  }

  private void read(DemandFile current) {
    file = current;
    number = current.uniqueNumber();
    version = current.version();
  }

  public String leave() {
    return act(
        () -> {
          departures.leave(number, version, person, departure, wordOf);
          return news.at("household.left", "/demand.xhtml?faces-redirect=true&number=" + number);
        });
  }

  /** The new demand is opened for what differs: resources, dwelling sought. */
  public String separate() {
    return act(
        () -> {
          String other = departures.separate(number, version, separation.asked(), wordOf).value();
          return news.at(
              "household.separated", "/modify.xhtml?faces-redirect=true&number=" + other);
        });
  }

  private String act(Supplier<String> act) {
    try {
      return act.get();
    } catch (ChangedMeanwhile changed) {
      read(changed.current());
      news.warn("demand.changedMeanwhile");
      return null;
    }
  }

  /** The demand. */
  public DemandFile getFile() {
    return file;
  }

  /** Those who may leave: everyone who signs. */
  public List<PersonForm> getSigners() {
    List<PersonForm> signers = new ArrayList<>(List.of(file.form().getApplicant()));
    signers.addAll(file.form().getCoApplicants());
    return signers;
  }

  public Departure[] getDepartures() {
    return Departure.values();
  }

  public WordOf[] getWords() {
    return WordOf.values();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  /** Who leaves. */
  public Long getPerson() {
    return person;
  }

  public void setPerson(Long person) {
    this.person = person;
  }

  public Departure getDeparture() {
    return departure;
  }

  public void setDeparture(Departure departure) {
    this.departure = departure;
  }

  /** Who separates, with whom, and where they go. */
  public SeparationForm getSeparation() {
    return separation;
  }

  public WordOf getWordOf() {
    return wordOf;
  }

  public void setWordOf(WordOf wordOf) {
    this.wordOf = wordOf;
  }
}
