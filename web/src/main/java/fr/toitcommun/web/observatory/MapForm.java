package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.Inquiries;
import fr.toitcommun.ejb.observatory.InquiryChoices;
import fr.toitcommun.ejb.observatory.map.MapKind;
import fr.toitcommun.ejb.observatory.map.MapRequest;
import fr.toitcommun.ejb.observatory.map.Maps;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.QuestionLink;
import fr.toitcommun.persistence.observatory.map.ClassMethod;
import fr.toitcommun.persistence.observatory.map.Classes;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import fr.toitcommun.web.observatory.QueryForm.Group;
import fr.toitcommun.web.observatory.QueryForm.Option;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The form of the map page: what of a question a map is usually changed in. */
@Named
@RequestScoped
public class MapForm {
  private static final Set<String> FIELDS =
      Set.of(
          "indicator",
          "rows",
          Inquiry.COMPARED,
          QuestionLink.FILTER + Axis.DEPARTEMENT,
          QuestionLink.FILTER + Axis.EPCI,
          "kind",
          "method",
          "classes",
          "flows");

  @Inject private ShowMap map;
  @Inject private Maps maps;
  @Inject private Inquiries inquiries;
  @Inject private Language language;
  @Inject private Texts texts;

  // A page asks for each list once for every option of it.
  private final Map<String, List<Option>> lists = new HashMap<>();
  private InquiryChoices choices;
  private List<Group> periods;

  @PostConstruct
  void read() {
    choices = inquiries.choices(language.getLocale());
  }

  private MapRequest shown() {
    return map.shown();
  }

  public List<Option> getIndicators() {
    return lists.computeIfAbsent("indicators", any -> indicators());
  }

  private List<Option> indicators() {
    return maps.indicators(language.getLocale()).entrySet().stream()
        .map(
            one ->
                Option.of(
                    one.getKey().name(),
                    one.getValue(),
                    one.getKey() == shown().question().indicator()))
        .toList();
  }

  public List<Option> getLevels() {
    return words("level.", TerritoryLevel.values(), shown().level());
  }

  public List<Option> getKinds() {
    return words("kind.", MapKind.values(), shown().kind());
  }

  public List<Option> getMethods() {
    return words("method.", ClassMethod.values(), shown().method());
  }

  private List<Option> words(String prefix, Enum<?>[] all, Enum<?> chosen) {
    return lists.computeIfAbsent(
        prefix,
        any ->
            Arrays.stream(all)
                .map(one -> Option.of(one.name(), texts.say("map." + prefix + one), one == chosen))
                .toList());
  }

  /** How many classes. */
  public List<Option> getCounts() {
    return IntStream.rangeClosed(Classes.FEWEST, Classes.MOST)
        .mapToObj(n -> Option.of(String.valueOf(n), texts.number(n), n == shown().classes()))
        .toList();
  }

  /** How many flows. */
  public int getFlows() {
    return shown().flows();
  }

  public int getMostFlows() {
    return MapRequest.MOST_FLOWS;
  }

  /** The times that can be shown. */
  public List<Group> getPeriods() {
    if (periods == null) {
      periods = periods();
    }
    return periods;
  }

  private List<Group> periods() {
    String from = map.asked().part("from");
    String to = map.asked().part("to");
    String first = from == null ? to : from;
    List<Group> times = new ArrayList<>(new PeriodChoices(choices, texts).groups(first, to));
    boolean named =
        times.stream().flatMap(group -> group.options().stream()).anyMatch(Option::chosen);
    if (!named) {
      LocalDate begins = shown().question().when().from();
      LocalDate ends = shown().question().when().to();
      if (begins != null) {
        times.add(
            new Group(
                texts.say("map.otherPeriod"),
                List.of(
                    Option.of(
                        begins + "/" + ends,
                        begins.equals(ends)
                            ? texts.date(ends)
                            : texts.say("map.period", texts.date(begins), texts.date(ends)),
                        true))));
      }
    }
    return times;
  }

  /** The days that can be compared with. */
  public List<Option> getEarlier() {
    return lists.computeIfAbsent(Inquiry.COMPARED, any -> earlier());
  }

  private List<Option> earlier() {
    LocalDate chosen = shown().inquiry().compared();
    List<Option> days = new ArrayList<>();
    days.add(Option.of("", texts.say("map.noComparison"), chosen == null));
    if (chosen != null && !choices.snapshots().contains(chosen)) {
      days.add(Option.of(chosen.toString(), texts.date(chosen), true));
    }
    choices
        .snapshots()
        .forEach(day -> days.add(Option.of(day.toString(), texts.date(day), day.equals(chosen))));
    return days;
  }

  /** The départements that can be shown alone. */
  public List<Option> getDepartements() {
    return lists.computeIfAbsent("departements", any -> places(Axis.DEPARTEMENT));
  }

  /** The EPCI that can be shown alone. */
  public List<Option> getEpcis() {
    return lists.computeIfAbsent("epcis", any -> places(Axis.EPCI));
  }

  private List<Option> places(Axis axis) {
    Set<String> chosen = shown().inquiry().question().filters().getOrDefault(axis, Set.of());
    List<Option> places = new ArrayList<>();
    places.add(Option.of("", texts.say("map.everywhere"), chosen.isEmpty()));
    if (chosen.size() > 1) {
      places.add(
          Option.of(
              map.asked().part(QuestionLink.FILTER + axis),
              texts.say("map.several", chosen.size()),
              true));
    }
    choices
        .values(axis)
        .forEach(
            place ->
                places.add(
                    Option.of(place.code(), place.label(), chosen.equals(Set.of(place.code())))));
    return places;
  }

  /** What the form leaves as it is, by parameter. */
  public Map<String, String> getKept() {
    Map<String, String> kept = new LinkedHashMap<>(map.asked().all());
    kept.keySet().removeAll(FIELDS);
    kept.keySet().removeAll(List.of("from", "to"));
    return kept;
  }
}
