package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.Observatory;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.ejb.observatory.StandardTables;
import fr.toitcommun.ejb.observatory.TableView;
import fr.toitcommun.persistence.observatory.Counting;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.QuestionLink;
import fr.toitcommun.persistence.observatory.StandardTable;
import fr.toitcommun.persistence.observatory.When;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The standard tables. */
@Named
@RequestScoped
public class ShowTable {
  @Inject private StandardTables tables;
  @Inject private Observatory observatory;
  @Inject private Language language;
  @Inject private ObservedPlace place;
  @Inject private Texts texts;

  private String table;
  private String day;
  private String compared;
  private String counting;
  private String bases;
  private List<Fault> faults = List.of();
  private TableView view;
  private TableLinks links;
  private ObservatoryWords words;

  /** Counts; where a day is none, says so and counts nothing. */
  public void load() {
    words = observatory.words(language.getLocale());
    List<Fault> found = new ArrayList<>();
    LocalDate on = read("day", day, found);
    LocalDate beside = read("compared", compared, found);
    faults = found;
    if (faults.isEmpty()) {
      view = tables.view(getChosen(), place.filters(), rule(), on, beside, language.getLocale());
      links = new TableLinks(view, place.filters(), rule(), on == null);
    }
  }

  private static LocalDate read(String field, String day, List<Fault> faults) {
    return QuestionLink.day(Collections.singletonMap(field, day), field, faults);
  }

  private Counting rule() {
    return Counting.ANY.name().equals(counting) ? Counting.ANY : Counting.FIRST;
  }

  /** The table asked for; without one the usual. */
  public StandardTable getChosen() {
    return StandardTable.named(String.valueOf(table)).orElse(StandardTable.STOCK_BY_EPCI);
  }

  /** What is wrong with a field. */
  public List<Fault> faultsAt(String field) {
    return faults.stream().filter(fault -> fault.field().equals(field)).toList();
  }

  /** The families of tables. */
  public List<StandardTable.Family> getFamilies() {
    return Arrays.asList(StandardTable.Family.values());
  }

  /** The tables of a family. */
  public List<StandardTable> tablesOf(StandardTable.Family family) {
    return StandardTable.of(family);
  }

  /** The days that can be chosen: those of the files, and the one that is. */
  public List<LocalDate> days(String chosen) {
    List<LocalDate> days = new ArrayList<>(observatory.days());
    LocalDate other = read("day", chosen, new ArrayList<>());
    if (other != null && !days.contains(other)) {
      days.add(other);
      days.sort(Comparator.reverseOrder());
    }
    return days;
  }

  /** Where the list of demands behind a cell is; null where there is none. */
  public String behind(TableView.Row row, TableView.Column column) {
    return links.behind(row, column);
  }

  /** Where the table is extracted for office tools; null where it is not there. */
  public String getExtract() {
    return links == null ? null : links.extract();
  }

  /** The time compared with, in words; of what happened the days of its period. */
  public String getThen() {
    When then = view.before();
    return then.from().equals(then.to())
        ? texts.say("obs.on", texts.date(then.to()))
        : texts.say("obs.during", texts.date(then.from()), texts.date(then.to()));
  }

  /** Indicators left out, by name. */
  public String getLeft() {
    return view == null ? "" : String.join(", ", view.left().stream().map(words::name).toList());
  }

  /** Whether there is anything to tell of how many figures stand for but the figures. */
  public boolean isBasesOffered() {
    return getIndicators().stream().anyMatch(one -> !one.isCount());
  }

  /** Whether each figure says how many it stands for. */
  public boolean isBasesShown() {
    return "true".equals(bases) && isBasesOffered();
  }

  /** The address of this page with, or again without, how many figures stand for. */
  public String getBasesAddress() {
    return address(getChosen(), isBasesShown() ? null : "true");
  }

  /** The address of this page with another table, all else as it is. */
  public String address(StandardTable other) {
    return address(other, bases);
  }

  private String address(StandardTable other, String withBases) {
    StringBuilder address = new StringBuilder("tables.xhtml?table=").append(other);
    add(address, "territory", place.getTerritory());
    add(address, "municipality", place.getMunicipality());
    add(address, "day", day);
    add(address, "compared", compared);
    add(address, "counting", counting);
    add(address, "bases", withBases);
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    if (value != null && value.matches("[A-Za-z0-9-]+")) {
      address.append('&').append(name).append('=').append(value);
    }
  }

  /** Whether it matters where a demand that wishes several places is counted. */
  public boolean isPlaced() {
    return getChosen().indicators().stream()
        .filter(Indicator::countsDemands)
        .map(one -> Question.of(one, When.NOW).by(getChosen().rows(), null).where(place.filters()))
        .anyMatch(Question::countsPlaces);
  }

  /** What the table counts, each once. */
  public List<Indicator> getIndicators() {
    return view == null
        ? List.of()
        : view.columns().stream().map(TableView.Column::indicator).distinct().toList();
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

  public String getBases() {
    return bases;
  }

  public void setBases(String bases) {
    this.bases = bases;
  }

  public String getCounting() {
    return counting;
  }

  public void setCounting(String counting) {
    this.counting = counting;
  }
}
