package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.Activity;
import fr.toitcommun.ejb.observatory.ActivityView;
import fr.toitcommun.ejb.observatory.Observatory;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.persistence.observatory.ActivityLevel;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.When;
import fr.toitcommun.web.shell.Language;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** The first page of the observatory: activity as it goes on, and the figures of the territory. */
@Named
@ViewScoped
public class ShowActivity implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<Indicator> FIGURES =
      List.of(
          Indicator.TRANSFER_SHARE,
          Indicator.SINGLE_SHARE,
          Indicator.UNDER_PLAI_SHARE,
          Indicator.OVER_DELAY_SHARE,
          Indicator.SENIORITY_MEDIAN,
          Indicator.DELAY_MEAN,
          Indicator.TENSION,
          Indicator.SATISFACTION,
          Indicator.REFUSAL_SHARE);

  @Inject private Activity activity;
  @Inject private Observatory observatory;
  @Inject private Language language;

  private String level;
  private transient ActivityView view;
  private transient List<Answer> figures;
  private transient List<String> places;
  private transient ObservatoryWords words;

  /** Counts all of it. */
  public void load() {
    count();
    places = observatory.territories(null).departements().stream().map(Heading::label).toList();
    figures =
        observatory.answers(
            FIGURES.stream().map(one -> Question.of(one, When.NOW)).toList(), language.getLocale());
  }

  /** Counts the activity anew. */
  public void count() {
    view =
        activity.view(
            Arrays.stream(ActivityLevel.values())
                .filter(one -> one.name().equals(level))
                .findFirst()
                .orElse(null));
  }

  public ActivityView getView() {
    return view;
  }

  /** The départements that the figures are of, by name. */
  public List<String> getPlaces() {
    return places;
  }

  public List<Answer> getFigures() {
    return figures;
  }

  /** The words of the observatory. */
  public ObservatoryWords getWords() {
    if (words == null) {
      words = observatory.words(language.getLocale());
    }
    return words;
  }

  public String getLevel() {
    return level;
  }

  public void setLevel(String level) {
    this.level = level;
  }
}
