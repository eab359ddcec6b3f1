package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.map.MapFormat;
import fr.toitcommun.ejb.observatory.map.MapKind;
import fr.toitcommun.ejb.observatory.map.MapRequest;
import fr.toitcommun.ejb.observatory.map.MapView;
import fr.toitcommun.ejb.observatory.map.Maps;
import fr.toitcommun.persistence.observatory.map.ClassMethod;
import fr.toitcommun.persistence.observatory.map.Classes;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/** A map of the observatory. All that it shows stands in its address, which can be passed on. */
@Named
@RequestScoped
public class ShowMap {
  @Inject private HttpServletRequest request;
  @Inject private Maps maps;
  @Inject private Language language;
  @Inject private Texts texts;

  private MapRequest shown;
  private MapView view;
  private Map<String, String> asked;

  /** A value that a field offers. */
  public record Choice(String code, String name, boolean chosen) {}

  /**
   * Reads what the address asks for.
   *
   * @throws RefusedInput naming what cannot be; the usual map is shown then
   */
  public void load() {
    asked = new HashMap<>();
    MapRequest.PARAMETERS.forEach(name -> asked.put(name, request.getParameter(name)));
    try {
      shown = MapRequest.read(asked);
      view = maps.view(shown, language.getLocale());
    } catch (RefusedInput refused) {
      shown = MapRequest.USUAL;
      view = maps.view(shown, language.getLocale());
      throw refused;
    }
  }

  public MapView getView() {
    return view;
  }

  public boolean isFlows() {
    return shown.kind() == MapKind.FLOWS;
  }

  public boolean isColoured() {
    return shown.kind() == MapKind.CHOROPLETH;
  }

  public List<Choice> getIndicators() {
    return maps.indicators(language.getLocale()).entrySet().stream()
        .map(
            one ->
                new Choice(
                    one.getKey().name(),
                    one.getValue(),
                    one.getKey().name().equals(shown.indicator())))
        .toList();
  }

  public List<Choice> getLevels() {
    return words("level.", TerritoryLevel.values(), shown.level());
  }

  public List<Choice> getKinds() {
    return words("kind.", MapKind.values(), shown.kind());
  }

  public List<Choice> getMethods() {
    return words("method.", ClassMethod.values(), shown.method());
  }

  private List<Choice> words(String prefix, Enum<?>[] all, Enum<?> chosen) {
    return Arrays.stream(all)
        .map(one -> new Choice(one.name(), texts.say("map." + prefix + one), one == chosen))
        .toList();
  }

  /** How many classes. */
  public List<Choice> getCounts() {
    return IntStream.rangeClosed(Classes.FEWEST, Classes.MOST)
        .mapToObj(n -> new Choice(String.valueOf(n), texts.number(n), n == shown.classes()))
        .toList();
  }

  /** The days that can be shown: now, and those with a snapshot. */
  public List<Choice> getDates() {
    return days(shown.date(), "map.now");
  }

  /** The days that can be compared with. */
  public List<Choice> getEarlier() {
    return days(shown.before(), "map.noComparison");
  }

  private List<Choice> days(LocalDate chosen, String none) {
    List<Choice> days = new ArrayList<>();
    days.add(new Choice("", texts.say(none), chosen == null));
    List<LocalDate> known = maps.days();
    if (chosen != null && !known.contains(chosen)) {
      days.add(new Choice(chosen.toString(), texts.date(chosen), true));
    }
    known.forEach(day -> days.add(new Choice(day.toString(), texts.date(day), day.equals(chosen))));
    return days;
  }

  public List<Choice> getTerritories() {
    List<Choice> territories = new ArrayList<>();
    territories.add(new Choice("", texts.say("map.everywhere"), shown.territory() == null));
    maps.territories()
        .forEach(
            (code, name) ->
                territories.add(new Choice(code, name, code.equals(shown.territory()))));
    return territories;
  }

  /** Address of the same map as a file. */
  public String file(String format) {
    StringJoiner address = new StringJoiner("&", "api/v1/observatory/map?", "");
    asked.forEach(
        (name, value) -> {
          if (value != null && !value.isBlank()) {
            address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
          }
        });
    return address
        .add("format=" + MapFormat.valueOf(format).name().toLowerCase(Locale.ROOT))
        .add("lang=" + language.getTag())
        .toString();
  }
}
