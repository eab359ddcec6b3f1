package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Matching;
import fr.toitcommun.persistence.allocation.Fit;
import fr.toitcommun.persistence.allocation.FittingDwellings;
import fr.toitcommun.web.shell.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The vacant dwellings that would fit a demand, and why the others do not. */
@Named
@ViewScoped
public class FindDwellings implements Serializable {
  @Inject private Matching matching;
  @Inject private Texts texts;

  private String number;
  private FittingDwellings found;

  /** Compares. */
  public void load() {
    found = matching.fitting(number);
  }

  /** The first criterion that fails, and by how much. */
  public String why(FittingDwellings.Row row) {
    Fit.Criterion fails = row.fit().firstFailure();
    return switch (fails.kind()) {
      case LOCATION -> texts.say("fits.far", fails.gap());
      case TYPE -> texts.say("fits.otherType", fails.asked(), fails.given());
      case SIZE -> size(row, fails);
      case INCOME ->
          texts.say(
              "fits.over",
              texts.euros(fails.gap()),
              texts.euros(Integer.valueOf(fails.asked())),
              row.vacancy().scheme());
      case ACCESS -> texts.say("fits.access." + fails.asked());
      case CATEGORY -> texts.say("fits.category." + fails.asked());
      case RENT ->
          texts.say(
              "fits.rent", texts.euros(fails.gap()), texts.euros(Integer.valueOf(fails.given())));
    };
  }

  private String size(FittingDwellings.Row row, Fit.Criterion fails) {
    if (fails.gap() == null) {
      return texts.say("fits.noSize", row.vacancy().type());
    }
    return fails.gap() > 0
        ? texts.say("fits.tooMany", fails.gap(), row.vacancy().type())
        : texts.say("fits.tooFew", -fails.gap(), row.vacancy().type());
  }

  /** Which of their choices the place is, or how far it lies from one. */
  public String place(FittingDwellings.Row row) {
    Fit.Criterion place = row.fit().criterion(Fit.Kind.LOCATION);
    return place.gap() == null
        ? texts.say("fits.choice", place.given())
        : texts.say("fits.elsewhere", place.gap());
  }

  public FittingDwellings getFound() {
    return found;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }
}
