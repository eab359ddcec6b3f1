package fr.toitcommun.web.observatory.report;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.observatory.report.MadeReport;
import fr.toitcommun.ejb.observatory.report.ReportOrders;
import fr.toitcommun.ejb.observatory.report.ReportRequest;
import fr.toitcommun.ejb.observatory.report.ReportTexts;
import fr.toitcommun.persistence.observatory.report.ReportForm;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.observatory.report.ReportTemplate;
import fr.toitcommun.web.shell.News;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/** The text of a report in a language: to read, look at, write anew, and those before it. */
@Named
@ViewScoped
public class EditReport implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> LANGUAGES = List.of("fr", "en");

  @Inject private ReportTexts reportTexts;
  @Inject private News news;

  private String kindName;
  private String language;
  private Long version;
  private ReportKind kind;
  private transient List<ReportTemplate> versions;
  private int shown;
  private ReportForm form;

  /** Reads the versions; the one that serves is shown unless another is asked for. */
  public void load() {
    kind =
        kindName == null
            ? ReportKind.YEARLY
            : ReportKind.named(kindName).orElseThrow(() -> new NotInScope("report kind"));
    language = "en".equals(language) ? language : "fr";
    ReportTemplate template =
        version == null
            ? getVersions().get(0)
            : reportTexts.version(kind, language, version.intValue());
    shown = template.version();
    form = template.form();
  }

  /** Keeps what was typed as a new version, which serves. */
  public String save() {
    reportTexts.save(kind, language, form);
    return news.at("reportText.saved", here());
  }

  /** Has the text delivered with the software serve again. */
  public String standard() {
    reportTexts.takeUpAgain(kind, language, ReportTemplate.STANDARD);
    return news.at("reportText.standardBack", here());
  }

  /** Answers with the report by what is typed. */
  public void preview() throws IOException {
    MadeReport report = reportTexts.preview(request(), form);
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    external.responseReset();
    external.setResponseContentType(report.mediaType());
    external.setResponseContentLength(report.content().length);
    external.setResponseHeader(
        "Content-Disposition", "inline; filename=\"" + report.fileName() + "\"");
    external.setResponseHeader("Cache-Control", "no-store");
    external.getResponseOutputStream().write(report.content());
    faces.responseComplete();
  }

  /** Of the last year that is over, of all that the manager observes. */
  private ReportRequest request() {
    String axis = kind.ofAxis() ? ReportOrders.axes().get(0).name() : null;
    return new ReportRequest(kind.name(), null, null, axis, null, null, language);
  }

  private String here() {
    return "/report-template.xhtml?faces-redirect=true&kind=" + kind + "&language=" + language;
  }

  public ReportKind[] getKinds() {
    return ReportKind.values();
  }

  public List<String> getLanguages() {
    return LANGUAGES;
  }

  /** The versions, the one that serves first. */
  public List<ReportTemplate> getVersions() {
    if (versions == null) {
      versions = reportTexts.versions(kind, language);
    }
    return versions;
  }

  /** The number of the version shown. */
  public int getShown() {
    return shown;
  }

  public ReportKind getKind() {
    return kind;
  }

  public ReportForm getForm() {
    return form;
  }

  public String getKindName() {
    return kindName;
  }

  public void setKindName(String kindName) {
    this.kindName = kindName;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public Long getVersion() {
    return version;
  }

  public void setVersion(Long version) {
    this.version = version;
  }
}
