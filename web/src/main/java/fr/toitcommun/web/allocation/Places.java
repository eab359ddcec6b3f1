package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.territory.Municipality;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Municipalities offered while one is typed. */
@Named
@RequestScoped
public class Places {
  private static final int OFFERED = 12;

  @Inject private CodeLists lists;

  /** INSEE codes of the likeliest, for a name or a postal code begun. */
  public List<String> offered(String typed) {
    return lists.municipalities(typed, OFFERED).stream().map(Municipality::code).toList();
  }

  /**
   * SIREN of the EPCI of a municipality; the code itself where it has none, or is no municipality.
   */
  public String epci(String code) {
    return lists.municipality(code).map(Municipality::epciSiren).orElse(code);
  }

  /** A place by name: municipality, EPCI or département; several one after the other. */
  public String named(String places) {
    return places == null
        ? ""
        : Arrays.stream(places.split("~"))
            .map(code -> lists.place(code))
            .collect(Collectors.joining(", "));
  }
}
