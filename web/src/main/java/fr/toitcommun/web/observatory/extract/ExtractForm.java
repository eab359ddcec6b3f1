package fr.toitcommun.web.observatory.extract;

import fr.toitcommun.ejb.observatory.extract.ExtractChoices;
import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import fr.toitcommun.persistence.observatory.extract.Rhythm;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is typed on the page that asks for an extract. */
public class ExtractForm implements Serializable {
  private static final long serialVersionUID = 1L;

  private String question;
  private String name;
  private ExtractKind kind = ExtractKind.LIVE;
  private LocalDate snapshot;
  private LocalDate from;
  private LocalDate to;
  private List<String> departements = new ArrayList<>();
  private List<String> types = new ArrayList<>();
  private List<String> columns = new ArrayList<>();
  private Set<String> factColumns = new HashSet<>();
  private ExtractFormat format = ExtractFormat.XLSX;
  private Rhythm rhythm;
  private Long partner;

  /** Offers what is usual: all columns, the latest snapshot, the month that has ended. */
  void settle(ExtractChoices choices) {
    if (isTable()) {
      kind = ExtractKind.TABLE;
      return;
    }
    columns = new ArrayList<>(choices.columns().stream().map(ExtractChoices.Choice::code).toList());
    factColumns = new HashSet<>(choices.factColumns());
    snapshot = choices.snapshots().isEmpty() ? null : choices.snapshots().get(0);
    to = choices.today().withDayOfMonth(1).minusDays(1);
    from = to.withDayOfMonth(1);
  }

  /**
   * As the boundary takes it.
   *
   * @throws RefusedInput when every column was unticked
   */
  NewExtract wanted(String language) {
    return new NewExtract(name, content(), format, language);
  }

  private ExtractContent content() {
    if (kind == ExtractKind.TABLE) {
      return ExtractContent.table(question);
    }
    Map<String, List<String>> filters = new LinkedHashMap<>();
    keep(filters, "DEPARTEMENT", departements);
    keep(filters, "TYPE", types);
    List<String> had =
        kind == ExtractKind.FACTS
            ? columns
            : columns.stream().filter(column -> !factColumns.contains(column)).toList();
    if (had.isEmpty()) {
      // Left out by a system, all columns are meant; unticked one by one, none was.
      throw RefusedInput.at("columns", "REQUIRED");
    }
    return new ExtractContent(kind, null, first(), last(), filters, had);
  }

  /** A delivery takes what is the latest when it is made. */
  private LocalDate first() {
    if (rhythm != null) {
      return null;
    }
    return switch (kind) {
      case FACTS -> from;
      case SNAPSHOT -> snapshot;
      default -> null;
    };
  }

  private LocalDate last() {
    return rhythm == null && kind == ExtractKind.FACTS ? to : null;
  }

  private static void keep(Map<String, List<String>> filters, String axis, List<String> codes) {
    if (!codes.isEmpty()) {
      filters.put(axis, codes);
    }
  }

  /** Whether it is of a table that the way here named. */
  public boolean isTable() {
    return question != null && !question.isBlank();
  }

  public String getQuestion() {
    return question;
  }

  public void setQuestion(String question) {
    this.question = question;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public ExtractKind getKind() {
    return kind;
  }

  public void setKind(ExtractKind kind) {
    this.kind = kind;
  }

  public LocalDate getSnapshot() {
    return snapshot;
  }

  public void setSnapshot(LocalDate snapshot) {
    this.snapshot = snapshot;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public LocalDate getTo() {
    return to;
  }

  public void setTo(LocalDate to) {
    this.to = to;
  }

  public List<String> getDepartements() {
    return departements;
  }

  public void setDepartements(List<String> departements) {
    this.departements = departements;
  }

  public List<String> getTypes() {
    return types;
  }

  public void setTypes(List<String> types) {
    this.types = types;
  }

  public List<String> getColumns() {
    return columns;
  }

  public void setColumns(List<String> columns) {
    this.columns = columns;
  }

  public ExtractFormat getFormat() {
    return format;
  }

  public void setFormat(ExtractFormat format) {
    this.format = format;
  }

  /** How often; null: once, now. */
  public Rhythm getRhythm() {
    return rhythm;
  }

  public void setRhythm(Rhythm rhythm) {
    this.rhythm = rhythm;
  }

  /** To whose folder; null: to that of the agent's own partner. */
  public Long getPartner() {
    return partner;
  }

  public void setPartner(Long partner) {
    this.partner = partner;
  }
}
