package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.FormText;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.registration.draft.DemandDraft;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/**
 * Modifies a demand; when someone else did meanwhile, shows what they changed beside what was
 * typed.
 */
@Named
@ViewScoped
public class ModifyDemand extends DemandPage {
  @Inject private DemandFiles files;
  @Inject private Registrations registrations;
  @Inject private News news;

  private String number;
  private int version;
  private DemandForm before;
  private List<DemandFile.Event> meanwhile = List.of();
  private WordOf wordOf = WordOf.APPLICANT;
  private boolean saved;

  /** Reads the demand, or goes on with a draft of its modification. */
  public void load() {
    DemandDraft found = guide.find(draft).filter(one -> one.uniqueNumber() != null).orElse(null);
    DemandForm form;
    if (found == null) {
      DemandFile asRead = files.open(number);
      number = asRead.uniqueNumber();
      version = asRead.version();
      before = asRead.form();
      // A form of its own: what was read stays as it was, to compare with.
      form = files.open(number).form();
    } else {
      number = found.uniqueNumber();
      version = found.versionRead();
      before = found.formRead();
      form = found.form();
      wordOf = found.wordOf();
    }
    entry.open(form, number, before);
    arrive();
  }

  @Override
  TypedDemand typed() {
    return new TypedDemand(entry.getForm(), number, version, before, wordOf);
  }

  @Override
  synchronized String save(boolean confirmed) {
    if (!mayBeSaved(confirmed)) {
      return null;
    }
    try {
      registrations.modify(
          number, version, entry.getForm(), wordOf, doubts.confirmed(), guide.getDraft().getId());
    } catch (ChangedMeanwhile changed) {
      meanwhile = changed.since(version);
      KeepBoth.into(entry.getForm(), before, changed.current().form());
      before = changed.current().form();
      version = changed.current().version();
      entry.offerLines();
      guide.keep(typed());
      return null;
    } catch (RefusedInput refused) {
      return refused(refused);
    }
    saved = true;
    boolean complement =
        entry.getForm().getSought().isNeedsAdaptedDwelling()
            && !before.getSought().isNeedsAdaptedDwelling();
    return news.at(
        complement ? "demand.modifiedAdapted" : "demand.modified",
        "/demand.xhtml?faces-redirect=true&number=" + number);
  }

  @Override
  boolean saved() {
    return saved;
  }

  /** What others changed while this was typed, latest first; empty when nobody did. */
  public List<DemandFile.Event> getMeanwhile() {
    return meanwhile;
  }

  /** What will be saved at a field, as text; null when it is empty. */
  public String typed(String field) {
    return FormText.of(entry.getForm()).get(field);
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  /** On whose word. */
  public WordOf getWordOf() {
    return wordOf;
  }

  public void setWordOf(WordOf wordOf) {
    this.wordOf = wordOf;
  }

  public WordOf[] getWords() {
    return WordOf.values();
  }
}
