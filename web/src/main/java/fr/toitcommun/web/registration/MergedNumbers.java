package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.MergedNumber;
import fr.toitcommun.ejb.registration.Merging;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The numbers that lead to the demand on the page because they were merged into it. */
@Named
@ViewScoped
public class MergedNumbers implements Serializable {
  @Inject private Merging merging;
  @Inject private News news;

  private List<MergedNumber> numbers;

  /** These numbers, read once for the page. */
  public List<MergedNumber> of(String uniqueNumber) {
    if (numbers == null) {
      numbers = merging.into(uniqueNumber);
    }
    return numbers;
  }

  /** Undoes a merging. */
  public String undo(MergedNumber number, DemandFile survivor) {
    try {
      merging.undo(number.mergeId(), survivor.version());
    } catch (ChangedMeanwhile changed) {
      return news.at("demand.changedMeanwhile", pageOf(survivor));
    }
    return news.at("merged.undone", pageOf(survivor));
  }

  /**
   * The number that was asked for, where it is not that of the demand it led to.
   *
   * @return null when nobody asked for a number, or it is the demand's own
   */
  static String asked(String typed, String found) {
    if (typed == null || !UniqueNumber.isOne(typed)) {
      return null;
    }
    String number = UniqueNumber.read(typed).value();
    return number.equals(found) ? null : number;
  }

  private static String pageOf(DemandFile demand) {
    return "/demand.xhtml?faces-redirect=true&number=" + demand.uniqueNumber();
  }
}
