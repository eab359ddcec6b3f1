package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.Observatory;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.ejb.observatory.StandardTables;
import fr.toitcommun.ejb.observatory.TableView;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Counting;
import fr.toitcommun.persistence.observatory.FileKind;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.ObservatoryFile;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.QuestionLink;
import fr.toitcommun.persistence.observatory.StandardTable;
import fr.toitcommun.persistence.observatory.When;
import fr.toitcommun.web.shell.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The standard tables. */
@Named
@RequestScoped
public class ShowTable {
  @Inject private StandardTables tables;
  @Inject private Observatory observatory;
  @Inject private Language language;
  @Inject private ObservedPlace place;

  private String table;
  private String day;
  private String compared;
  private String counting;
  private TableView view;
  private ObservatoryWords words;

  /** Counts. */
  public void load() {
    words = observatory.words(language.getLocale());
    view =
        tables.view(
            chosen(), place.filters(), rule(), read(day), read(compared), language.getLocale());
  }

  private StandardTable chosen() {
    return StandardTable.named(String.valueOf(table)).orElse(StandardTable.STOCK_BY_EPCI);
  }

  private Counting rule() {
    return Counting.ANY.name().equals(counting) ? Counting.ANY : Counting.FIRST;
  }

  private static LocalDate read(String day) {
    try {
      return day == null || day.isBlank() ? null : LocalDate.parse(day);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** The families of tables. */
  public List<StandardTable.Family> getFamilies() {
    return Arrays.asList(StandardTable.Family.values());
  }

  /** The tables of a family. */
  public List<StandardTable> tablesOf(StandardTable.Family family) {
    return StandardTable.of(family);
  }

  /** The days of the snapshots, the latest first. */
  public List<LocalDate> getDays() {
    return observatory.files().stream()
        .filter(file -> file.kind() == FileKind.STOCK)
        .map(ObservatoryFile::day)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /**
   * Where the list of demands behind a cell is; null where there is none: figures of the past name
   * nobody.
   */
  public String behind(TableView.Row row, TableView.Column column) {
    if (!column.indicator().isStock()
        || !column.indicator().isCount()
        || read(day) != null
        || view.table().rows().isTime()) {
      return null;
    }
    Map<Axis, Set<String>> filters = new EnumMap<>(Axis.class);
    filters.putAll(place.filters());
    filters.putAll(view.table().filter());
    if (!row.heading().code().isEmpty()) {
      filters.put(view.table().rows(), Set.of(row.heading().code()));
    }
    if (column.code() != null) {
      filters.put(view.table().split(), Set.of(column.code()));
    }
    return "behind.xhtml?"
        + QuestionLink.write(
            new Question(column.indicator(), null, null, filters, rule(), When.NOW));
  }

  /** Where the table's first measure is extracted for office tools. */
  public String getExtract() {
    Map<Axis, Set<String>> filters = new EnumMap<>(Axis.class);
    filters.putAll(place.filters());
    filters.putAll(view.table().filter());
    Indicator first = view.columns().get(0).indicator();
    boolean now = first.isStock() && read(day) == null && !view.table().rows().isTime();
    String question =
        QuestionLink.write(
            new Question(
                first,
                view.table().rows(),
                view.table().split(),
                filters,
                rule(),
                now ? When.NOW : When.from(view.from(), view.to())));
    return "ask-extract.xhtml?question=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
  }

  /** The address of this page with another table, all else as it is. */
  public String address(StandardTable other) {
    StringBuilder address = new StringBuilder("tables.xhtml?table=").append(other);
    add(address, "territory", place.getTerritory());
    add(address, "municipality", place.getMunicipality());
    add(address, "day", day);
    add(address, "compared", compared);
    add(address, "counting", counting);
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    if (value != null && value.matches("[A-Za-z0-9-]+")) {
      address.append('&').append(name).append('=').append(value);
    }
  }

  /** Whether it matters where a demand that wishes several places is counted. */
  public boolean isPlaced() {
    return view.table().rows() == Axis.EPCI
        || view.table().rows() == Axis.MUNICIPALITY
        || !place.filters().isEmpty();
  }

  /** What the table counts, each once. */
  public List<Indicator> getIndicators() {
    return view.columns().stream().map(TableView.Column::indicator).distinct().toList();
  }

  public TableView getView() {
    return view;
  }

  public ObservatoryWords getWords() {
    return words;
  }

  public String getTable() {
    return table;
  }

  public void setTable(String table) {
    this.table = table;
  }

  public String getDay() {
    return day;
  }

  public void setDay(String day) {
    this.day = day;
  }

  public String getCompared() {
    return compared;
  }

  public void setCompared(String compared) {
    this.compared = compared;
  }

  public String getCounting() {
    return counting;
  }

  public void setCounting(String counting) {
    this.counting = counting;
  }
}
