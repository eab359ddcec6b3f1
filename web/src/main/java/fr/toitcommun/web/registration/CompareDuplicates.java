package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.Duplicates;
import fr.toitcommun.ejb.registration.MergeOrder;
import fr.toitcommun.ejb.registration.Merging;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.duplicate.DemandComparison;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSetRow;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Compares the demands of a set, tells them apart or merges them. */
@Named
@ViewScoped
public class CompareDuplicates implements Serializable {
  @Inject private Duplicates duplicates;
  @Inject private Merging merging;
  @Inject private News news;
  @Inject private WorkInHand inHand;

  private Long set;
  private Long after;
  private DemandComparison compared;
  private String other;
  private String survivor;
  private String merged;
  private String word;

  /** Reads the set; the demand that waits longest is the one to stay, unless another is chosen. */
  public String load() {
    if (after != null) {
      return next(after);
    }
    compared = duplicates.compare(set == null ? 0 : set);
    List<DuplicateSetRow.Member> members = getMembers();
    survivor = members.get(0).uniqueNumber();
    other = members.get(members.size() - 1).uniqueNumber();
    merged = other;
    return null;
  }

  /** Goes on to the set after this one, or back to the list at its end. */
  private String next(long from) {
    return duplicates
        .next(from)
        .map(one -> "/duplicate.xhtml?faces-redirect=true&set=" + one)
        .orElseGet(
            () -> news.at("duplicateSets.endOfList", "/duplicates.xhtml?faces-redirect=true"));
  }

  /** The demand chosen is another person's. */
  public String notSame() {
    duplicates.notSame(set, other, word);
    return news.at("duplicateSets.notSameDone", next(set));
  }

  /** One demand goes into the other. */
  public String merge() {
    String goes = isPair() ? otherThan(survivor) : merged;
    try {
      merging.merge(new MergeOrder(set, survivor, version(survivor), goes, version(goes), word));
    } catch (ChangedMeanwhile changed) {
      String chosen = survivor;
      load();
      survivor = chosen;
      news.warn("demand.changedMeanwhile");
      return null;
    } catch (RefusedInput refused) {
      throw new RefusedInput(
          refused.faults().stream().map(CompareDuplicates::inMergeForm).toList());
    }
    inHand.take(survivor, "duplicates", "duplicates.xhtml", "duplicate.xhtml?after=" + set);
    return news.at("duplicateSets.merged", "/demand.xhtml?faces-redirect=true&number=" + survivor);
  }

  /** Both forms have a word, which boundaries call so. */
  private static Fault inMergeForm(Fault fault) {
    return "word".equals(fault.field())
        ? new Fault("merge_word", fault.code(), fault.arguments())
        : fault;
  }

  private String otherThan(String number) {
    return getMembers().stream()
        .map(DuplicateSetRow.Member::uniqueNumber)
        .filter(one -> !one.equals(number))
        .findFirst()
        .orElse(number);
  }

  private int version(String number) {
    List<String> numbers = compared.uniqueNumbers();
    return compared.versions().get(numbers.indexOf(number));
  }

  /** The demands side by side. */
  public DemandComparison getCompared() {
    return compared;
  }

  public List<DuplicateSetRow.Member> getMembers() {
    return compared.set().members();
  }

  /** Fields that are not the same in all. */
  public List<DemandComparison.Line> getDiffering() {
    return compared.lines().stream().filter(DemandComparison.Line::differs).toList();
  }

  /** Fields that are the same in all. */
  public List<DemandComparison.Line> getAlike() {
    return compared.lines().stream().filter(line -> !line.differs()).toList();
  }

  /** Whether there are two demands and no more, all of them in scope. */
  public boolean isPair() {
    return getMembers().size() == 2 && compared.set().hidden() == 0;
  }

  /** The set after which to go on; null: the one asked for. */
  public Long getAfter() {
    return after;
  }

  public void setAfter(Long after) {
    this.after = after;
  }

  public Long getSet() {
    return set;
  }

  public void setSet(Long set) {
    this.set = set;
  }

  /** The demand that is another person's. */
  public String getOther() {
    return other;
  }

  public void setOther(String other) {
    this.other = other;
  }

  /** The demand that stands for both. */
  public String getSurvivor() {
    return survivor;
  }

  public void setSurvivor(String survivor) {
    this.survivor = survivor;
  }

  /** The demand that goes into it, where there are more than two. */
  public String getMerged() {
    return merged;
  }

  public void setMerged(String merged) {
    this.merged = merged;
  }

  public String getWord() {
    return word;
  }

  public void setWord(String word) {
    this.word = word;
  }
}
