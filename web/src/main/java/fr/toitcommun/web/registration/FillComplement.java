package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.HandicapComplements;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FlatForm;
import fr.toitcommun.persistence.registration.HandicapComplementForm;
import fr.toitcommun.persistence.registration.HandicapPersonForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.Me;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The handicap complement of a demand (R.441-2-2 i). Who may read data on health sees what is there
 * and changes it; the counter fills it in anew, without reading it back.
 */
@Named
@ViewScoped
public class FillComplement implements Serializable {
  private static final Pattern PERSON = Pattern.compile("persons\\[(\\d+)](.*)");

  @Inject private DemandFiles files;
  @Inject private HandicapComplements complements;
  @Inject private Me me;
  @Inject private News news;

  private String number;
  private DemandFile file;
  private boolean known;
  private final List<HandicapPersonForm> persons = new ArrayList<>();

  /** Reads the demand, and the complement for who may. */
  public void load() {
    file = files.open(number);
    number = file.uniqueNumber();
    boolean reads = me.may(Right.HEALTH);
    if (!reads) {
      me.require(Right.REGISTER);
    }
    List<HandicapPersonForm> stored = reads ? complements.read(number).persons() : List.of();
    known = !stored.isEmpty();
    persons.clear();
    members().forEach(one -> persons.add(of(one, stored)));
  }

  private static HandicapPersonForm of(PersonForm member, List<HandicapPersonForm> stored) {
    HandicapPersonForm none = new HandicapPersonForm();
    none.setPersonId(member.getId());
    return stored.stream()
        .filter(one -> one.getPersonId().equals(member.getId()))
        .findFirst()
        .orElse(none);
  }

  private Stream<PersonForm> members() {
    DemandForm form = file.form();
    return Stream.of(List.of(form.getApplicant()), form.getCoApplicants(), form.getDependants())
        .flatMap(List::stream);
  }

  /** Deposits what is stated, in the place of what there was. */
  public String save() {
    List<HandicapPersonForm> stated = persons.stream().filter(FillComplement::states).toList();
    if (stated.isEmpty()) {
      throw RefusedInput.because("COMPLEMENT_EMPTY");
    }
    return put(stated, "complement.saved");
  }

  /** Takes the complement away. */
  public String remove() {
    return put(List.of(), "complement.removed");
  }

  private String put(List<HandicapPersonForm> stated, String said) {
    HandicapComplementForm complement = new HandicapComplementForm();
    complement.setPersons(new ArrayList<>(stated));
    try {
      complements.put(number, file.version(), complement);
    } catch (ChangedMeanwhile changed) {
      file = changed.current();
      news.warn("demand.changedMeanwhile");
      return null;
    } catch (RefusedInput refused) {
      throw new RefusedInput(
          refused.faults().stream().map(fault -> onPage(fault, stated)).toList());
    }
    return news.at(said, "/demand.xhtml?faces-redirect=true&number=" + number);
  }

  /** The page has a place for everyone; only those of whom something is stated are deposited. */
  private Fault onPage(Fault fault, List<HandicapPersonForm> stated) {
    Matcher person = PERSON.matcher(fault.field());
    if (!person.matches()) {
      return fault;
    }
    int at = persons.indexOf(stated.get(Integer.parseInt(person.group(1))));
    return new Fault("persons[" + at + "]" + person.group(2), fault.code(), fault.arguments());
  }

  private static boolean states(HandicapPersonForm person) {
    return FlatForm.of(person).keySet().stream().anyMatch(field -> !"personId".equals(field));
  }

  /** Whether something is stated of the person at this place. */
  public boolean stated(int at) {
    return states(persons.get(at));
  }

  /** The person of the household at this place. */
  public PersonForm member(int at) {
    return members().skip(at).findFirst().orElseThrow();
  }

  /** Whether the complement may be deposited here and now. */
  public boolean isOpen() {
    return me.may(Right.REGISTER) && file.form().getLegalPerson() == null && active();
  }

  private boolean active() {
    return file.status() == DemandStatus.ACTIVE;
  }

  /** Whether there is a complement that this agent has before them. */
  public boolean isKnown() {
    return known;
  }

  /** A place for everyone of the household. */
  public List<HandicapPersonForm> getPersons() {
    return persons;
  }

  /** The demand. */
  public DemandFile getFile() {
    return file;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
