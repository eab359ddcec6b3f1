package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.FormText;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/**
 * Modifies a demand; when someone else did meanwhile, shows what they changed beside what was
 * typed.
 */
@Named
@ViewScoped
public class ModifyDemand implements Serializable {
  @Inject private DemandFiles files;
  @Inject private Registrations registrations;
  @Inject private DemandEntry entry;
  @Inject private News news;

  private String number;
  private int version;
  private DemandFile asRead;
  private List<DemandFile.Event> meanwhile = List.of();
  private WordOf wordOf = WordOf.APPLICANT;

  /** Reads the demand. */
  public void load() {
    asRead = files.open(number);
    number = asRead.uniqueNumber();
    version = asRead.version();
    // A form of its own: what was read stays as it was, to compare with.
    entry.open(files.open(number).form(), number);
  }

  /** Saves, unless likely duplicates wait for a word. */
  public String save() {
    return save(false);
  }

  /** Saves: the likely duplicates shown are other persons. */
  public String confirm() {
    return save(true);
  }

  private String save(boolean confirmed) {
    if (!entry.ready(confirmed)) {
      return null;
    }
    try {
      registrations.modify(number, version, entry.getForm(), wordOf);
    } catch (ChangedMeanwhile changed) {
      meanwhile = changed.since(version);
      KeepBoth.into(entry.getForm(), asRead.form(), changed.current().form());
      asRead = changed.current();
      version = asRead.version();
      entry.offerLines();
      return null;
    } catch (RefusedInput refused) {
      entry.offerLines();
      throw refused;
    }
    return news.at("demand.modified", "/demand.xhtml?faces-redirect=true&number=" + number);
  }

  /** What others changed while this was typed, latest first; empty when nobody did. */
  public List<DemandFile.Event> getMeanwhile() {
    return meanwhile;
  }

  /** What will be saved at a field, as text; null when it is empty. */
  public String typed(String field) {
    return FormText.of(entry.getForm()).get(field);
  }

  public DemandEntry getEntry() {
    return entry;
  }

  /** The demand as it was last read. */
  public DemandFile getAsRead() {
    return asRead;
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
