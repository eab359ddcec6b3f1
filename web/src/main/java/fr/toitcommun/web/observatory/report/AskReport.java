package fr.toitcommun.web.observatory.report;

import fr.toitcommun.ejb.observatory.report.ReportChoices;
import fr.toitcommun.ejb.observatory.report.ReportRequest;
import fr.toitcommun.ejb.observatory.report.Reports;
import fr.toitcommun.persistence.observatory.report.ReportFormat;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Asking for a report: its kind and what it is about. All of it stands in the address; {@link
 * ReportDownload} answers with the file, and comes back here with what cannot be asked for.
 */
@Named
@RequestScoped
public class AskReport {
  @Inject private HttpServletRequest request;
  @Inject private Reports reports;
  @Inject private Language language;
  @Inject private Texts texts;

  private ReportChoices choices;

  /** A value that a field offers. */
  public record Choice(String code, String name, boolean chosen) {}

  /**
   * Looks at what the address asks for.
   *
   * @throws fr.toitcommun.persistence.registration.RefusedInput naming what of it cannot be
   */
  public void load() {
    ReportRequest asked = ReportDownload.asked(request);
    if (asked.format() != null) {
      reports.check(asked);
    }
  }

  /** What may be asked for. */
  public ReportChoices getChoices() {
    if (choices == null) {
      choices = reports.choices(language.getLocale());
    }
    return choices;
  }

  /** The kind shown; the yearly report unless the address names another. */
  public ReportKind getKind() {
    return ReportKind.named(String.valueOf(request.getParameter("kind"))).orElse(ReportKind.YEARLY);
  }

  public ReportKind[] getKinds() {
    return ReportKind.values();
  }

  /** Calendar years; the last one that is over is chosen unless another is asked for. */
  public List<Choice> getYears() {
    String asked = request.getParameter("year");
    String usual = String.valueOf(getChoices().years().get(1));
    return getChoices().years().stream()
        .map(String::valueOf)
        .map(year -> new Choice(year, year, year.equals(asked == null ? usual : asked)))
        .toList();
  }

  /** All that the caller observes, and its départements. */
  public List<Choice> getDepartements() {
    return territories(getChoices().departements());
  }

  public List<Choice> getEpcis() {
    return territories(getChoices().epcis());
  }

  private List<Choice> territories(List<ReportTerritory> territories) {
    return territories.stream()
        .map(one -> choice("territory", one.code(), one.name(), null))
        .toList();
  }

  /** Axes that a thematic sheet may be about. */
  public List<Choice> getAxes() {
    return getChoices().axes().stream()
        .map(one -> choice("axis", one.code(), one.name(), null))
        .toList();
  }

  /** Partners whose activity may be reported: the caller's own, all for the file's manager. */
  public List<Choice> getPartners() {
    return getChoices().partners().stream()
        .map(one -> choice("partner", one.code(), one.name(), getChoices().ownPartner()))
        .toList();
  }

  public List<Choice> getFormats() {
    return Arrays.stream(ReportFormat.values())
        .map(one -> choice("format", one.ending(), texts.say("reports.format." + one), null))
        .toList();
  }

  /** Languages of the report. */
  public List<Choice> getLanguages() {
    return Stream.of("fr", "en")
        .map(
            one -> choice("language", one, texts.say("reports.language." + one), language.getTag()))
        .toList();
  }

  private Choice choice(String field, String code, String name, String usual) {
    String asked = request.getParameter(field);
    return new Choice(code, name, code.equals(asked == null ? usual : asked));
  }
}
