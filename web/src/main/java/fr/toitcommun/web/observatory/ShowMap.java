package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.map.MapFormat;
import fr.toitcommun.ejb.observatory.map.MapRequest;
import fr.toitcommun.ejb.observatory.map.MapView;
import fr.toitcommun.ejb.observatory.map.Maps;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.QuestionLink;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.web.shell.Language;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A map of the observatory. All that it shows stands in its address, in the words of the query
 * page, and can be passed on.
 */
@Named
@RequestScoped
public class ShowMap {
  private static final List<String> FILTERS_IN_FORM =
      List.of(QuestionLink.FILTER + Axis.DEPARTEMENT, QuestionLink.FILTER + Axis.EPCI);

  @Inject private HttpServletRequest request;
  @Inject private Maps maps;
  @Inject private Language language;

  private AskedParts asked;
  private MapRequest shown = MapRequest.USUAL;
  private MapView view;
  private List<Fault> faults = List.of();

  @PostConstruct
  void read() {
    asked = AskedParts.of(request.getParameterMap());
  }

  /**
   * Reads what the address asks for; the form's way to say it is tidied.
   *
   * @throws RefusedInput naming what cannot be; the usual map is shown then
   */
  public void load() throws IOException {
    if (!asked.isTidy()) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .redirect(request.getContextPath() + "/map.xhtml?" + asked.query());
      return;
    }
    try {
      shown = MapRequest.read(asked.all());
      view = maps.view(shown, language.getLocale());
    } catch (RefusedInput refused) {
      shown = MapRequest.USUAL;
      view = maps.view(shown, language.getLocale());
      faults = refused.faults();
      throw refused;
    }
  }

  AskedParts asked() {
    return asked;
  }

  /** What is wrong with a part of what was asked for; nothing where nothing is. */
  public List<Fault> faultsAt(String field) {
    return faults.stream().filter(fault -> fault.field().equals(field)).toList();
  }

  /**
   * The parameters that the form has no field for and sends with its own. A code that was refused
   * is not sent again, as nobody could mend it there; those beside it are.
   */
  public Map<String, String> getKept() {
    Map<String, String> kept = new LinkedHashMap<>(asked.all());
    kept.keySet()
        .removeIf(name -> !name.equals("counting") && !name.startsWith(QuestionLink.FILTER));
    kept.keySet().removeAll(FILTERS_IN_FORM);
    faults.forEach(
        fault -> kept.computeIfPresent(fault.field(), (name, value) -> less(value, fault)));
    return kept;
  }

  /** What is left of a filter; null: nothing. */
  private static String less(String codes, Fault refused) {
    String left =
        Arrays.stream(codes.split(","))
            .map(String::strip)
            .filter(code -> !refused.arguments().contains(code))
            .collect(Collectors.joining(","));
    return left.isEmpty() || left.equals(codes) ? null : left;
  }

  public MapView getView() {
    return view;
  }

  /** Address of the table and chart of the question shown. */
  public String getQuery() {
    return "query.xhtml?" + shown.write() + "#answer";
  }

  /** Address of the same map as a file. */
  public String file(String format) {
    return "api/v1/observatory/map?"
        + shown.write()
        + "&format="
        + MapFormat.valueOf(format).name().toLowerCase(Locale.ROOT)
        + "&lang="
        + language.getTag();
  }
}
