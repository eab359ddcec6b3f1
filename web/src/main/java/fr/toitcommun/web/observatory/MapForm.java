package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.Inquiries;
import fr.toitcommun.ejb.observatory.InquiryChoices;
import fr.toitcommun.ejb.observatory.map.MapKind;
import fr.toitcommun.ejb.observatory.map.MapRequest;
import fr.toitcommun.ejb.observatory.map.Maps;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Heading;
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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The form of the map page: what of a question a map is usually changed in, all of it as it was
 * asked for, also where that was refused and the usual map is shown.
 */
@Named
@RequestScoped
public class MapForm {
  private static final MapRequest USUAL = MapRequest.USUAL;

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

  private List<Option> list(String parameter, String usual, Supplier<List<Heading>> offered) {
    return lists.computeIfAbsent(
        parameter, any -> new TypedChoices(map.asked(), texts).of(parameter, usual, offered.get()));
  }

  public List<Option> getIndicators() {
    return list(
        "indicator",
        USUAL.question().indicator().name(),
        () ->
            maps.indicators(language.getLocale()).entrySet().stream()
                .map(one -> new Heading(one.getKey().name(), one.getValue()))
                .toList());
  }

  public List<Option> getLevels() {
    return words("rows", "level.", TerritoryLevel.values(), USUAL.level());
  }

  public List<Option> getKinds() {
    return words("kind", "kind.", MapKind.values(), USUAL.kind());
  }

  public List<Option> getMethods() {
    return words("method", "method.", ClassMethod.values(), USUAL.method());
  }

  private List<Option> words(String parameter, String prefix, Enum<?>[] all, Enum<?> usual) {
    return list(
        parameter,
        usual.name(),
        () ->
            Arrays.stream(all)
                .map(one -> new Heading(one.name(), texts.say("map." + prefix + one)))
                .toList());
  }

  /** How many classes. */
  public List<Option> getCounts() {
    return list(
        "classes",
        String.valueOf(USUAL.classes()),
        () ->
            IntStream.rangeClosed(Classes.FEWEST, Classes.MOST)
                .mapToObj(n -> new Heading(String.valueOf(n), texts.number(n)))
                .toList());
  }

  /** Whether flows are asked for. */
  public boolean isFlowing() {
    return MapKind.FLOWS.name().equalsIgnoreCase(map.asked().part("kind"));
  }

  /** How many flows, as it was typed. */
  public String getFlows() {
    String typed = map.asked().part("flows");
    return typed == null ? String.valueOf(USUAL.flows()) : typed;
  }

  public int getMostFlows() {
    return MapRequest.MOST_FLOWS;
  }

  /** The times that can be shown. */
  public List<Group> getPeriods() {
    if (periods == null) {
      String from = map.asked().part("from");
      String to = map.asked().part("to");
      periods = new PeriodChoices(choices, texts).withOther(from == null ? to : from, to);
    }
    return periods;
  }

  /** The days that can be compared with. */
  public List<Option> getEarlier() {
    return orNone(
        Inquiry.COMPARED,
        "map.noComparison",
        choices.snapshots().stream()
            .map(day -> new Heading(day.toString(), texts.date(day)))
            .toList());
  }

  /** The départements that can be shown alone. */
  public List<Option> getDepartements() {
    return orNone(
        QuestionLink.FILTER + Axis.DEPARTEMENT, "map.everywhere", choices.values(Axis.DEPARTEMENT));
  }

  /** The EPCI that can be shown alone. */
  public List<Option> getEpcis() {
    return orNone(QuestionLink.FILTER + Axis.EPCI, "map.everywhere", choices.values(Axis.EPCI));
  }

  private List<Option> orNone(String parameter, String none, List<Heading> offered) {
    Heading first = new Heading("", texts.say(none));
    return list(parameter, "", () -> Stream.concat(Stream.of(first), offered.stream()).toList());
  }
}
