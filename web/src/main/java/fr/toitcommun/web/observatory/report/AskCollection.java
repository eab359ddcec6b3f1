package fr.toitcommun.web.observatory.report;

import fr.toitcommun.ejb.observatory.extract.Extracts;
import fr.toitcommun.ejb.observatory.report.ReportChoices;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import fr.toitcommun.persistence.observatory.report.ReportCollection;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** Asking for the whole collection: a report of the kind shown for each territory. */
@Named
@RequestScoped
public class AskCollection {
  private static final int LONGEST_NAME = 80;

  @Inject private Extracts extracts;
  @Inject private AskReport askReport;
  @Inject private Language language;
  @Inject private Texts texts;

  private TerritoryLevel level = TerritoryLevel.EPCI;
  private String within;
  private Axis axis;
  private Integer year;
  private ExtractFormat format = ExtractFormat.PDF;
  private String written;

  @PostConstruct
  void settle() {
    // The last year that is over.
    year = askReport.getChoices().years().get(1);
    written = language.getTag();
  }

  /** Asks for it, and shows how far it is. */
  public void ask() {
    ReportKind kind = askReport.getKind();
    extracts.ask(
        new NewExtract(
            name(kind),
            ExtractContent.collection(
                new ReportCollection(kind, level, within, year, kind.ofAxis() ? axis : null)),
            format,
            written));
    Done.go("/extracts.xhtml", "reports.collectionAsked");
  }

  /** How many hours the file is kept. */
  public int getKeptHours() {
    return extracts.kept().hours();
  }

  /** What it is called in the list of extracts. */
  private String name(ReportKind kind) {
    String what = texts.say("reports.kind." + kind);
    String about =
        kind.ofAxis() && axis != null
            ? askReport.getChoices().axes().stream()
                .filter(one -> one.code().equals(axis.name()))
                .map(one -> what + " – " + one.name())
                .findFirst()
                .orElse(what)
            : what;
    String name =
        texts.say(
            "reports.collectionName",
            about,
            String.valueOf(year),
            texts.say("reports.each." + level));
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
  }

  /** Levels of territories, the usual one first. */
  public TerritoryLevel[] getLevels() {
    return new TerritoryLevel[] {
      TerritoryLevel.EPCI, TerritoryLevel.DEPARTEMENT, TerritoryLevel.MUNICIPALITY
    };
  }

  /** What the reports may be written as. */
  public List<ExtractFormat> getFormats() {
    return Arrays.stream(ExtractFormat.values()).filter(one -> one.reports() != null).toList();
  }

  /** What may be chosen. */
  public ReportChoices getChoices() {
    return askReport.getChoices();
  }

  public TerritoryLevel getLevel() {
    return level;
  }

  public void setLevel(TerritoryLevel level) {
    this.level = level;
  }

  /** Code of the département; null: all that the caller observes. */
  public String getWithin() {
    return within;
  }

  public void setWithin(String within) {
    this.within = within == null || within.isBlank() ? null : within;
  }

  public Axis getAxis() {
    return axis;
  }

  public void setAxis(Axis axis) {
    this.axis = axis;
  }

  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  public ExtractFormat getFormat() {
    return format;
  }

  public void setFormat(ExtractFormat format) {
    this.format = format;
  }

  /** Language of the reports. */
  public String getWritten() {
    return written;
  }

  public void setWritten(String written) {
    this.written = written;
  }
}
