package fr.toitcommun.web.observatory.report;

import fr.toitcommun.persistence.observatory.report.ChartForm;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.observatory.report.ReportWord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** What may be typed between braces in the text of a report. */
@Named
@ApplicationScoped
public class ReportTextHelp {
  /** Words that the text of this kind may leave open. */
  public List<ReportWord> words(ReportKind kind) {
    return Arrays.stream(ReportWord.values()).filter(word -> word.allowedIn(kind)).toList();
  }

  /** How a word is typed in a language. */
  public String example(ReportWord word, String language) {
    String rest =
        switch (word) {
          case FIGURE -> ":ACTIVE";
          case FIGURES -> ":ACTIVE,TENSION";
          case TABLE -> ":ACTIVE:AGE:TRANSFER";
          case CHART -> ":" + ChartForm.BARS.word(language) + ":ACTIVE:AGE";
          case MAP -> ":ACTIVE:EPCI";
          default -> "";
        };
    return "{" + word.word(language) + rest + "}";
  }

  public ChartForm[] getForms() {
    return ChartForm.values();
  }
}
