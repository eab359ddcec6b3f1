package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.NameKey;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Postal code and city of an address being typed: each helps to find the other. */
@Dependent
public class TypedCity implements Serializable {
  private static final int MOST_OFFERED = 12;

  /** A city as the list offers it: name and postal code. */
  private static final Pattern OFFERED_CITY = Pattern.compile("(.+) \\((\\d{5})\\)");

  @Inject private CodeLists lists;

  private DemandForm form;
  private ContactForm before;

  /**
   * Types into this form.
   *
   * @param asRead the form as it was read; null for a new demand
   */
  void take(DemandForm now, DemandForm asRead) {
    form = now;
    before = asRead == null ? null : asRead.getContact();
  }

  /** The city as typed. */
  public String getName() {
    return form.getContact().getCity();
  }

  /** A city chosen from the list brings its postal code; anything else is the city's name. */
  public void setName(String typed) {
    ContactForm contact = form.getContact();
    Matcher chosen = OFFERED_CITY.matcher(typed == null ? "" : typed);
    if (!chosen.matches()) {
      contact.setCity(typed);
      return;
    }
    contact.setCity(chosen.group(1));
    if (ofPostalCode().stream().noneMatch(m -> m.name().equals(contact.getCity()))) {
      contact.setPostalCode(chosen.group(2));
    }
  }

  /** A postal code was typed: where it has one municipality only, that is the city. */
  public void complete() {
    List<Municipality> found = ofPostalCode();
    if (found.size() == 1) {
      form.getContact().setCity(found.get(0).name());
    }
  }

  /**
   * Cities offered for what was typed: those of the postal code that begin so, or of everywhere.
   */
  public List<String> offered(String typed) {
    List<Municipality> here =
        ofPostalCode().stream()
            .filter(m -> NameKey.of(m.name()).startsWith(NameKey.of(typed)))
            .toList();
    return (here.isEmpty() ? lists.municipalities(typed, MOST_OFFERED) : here)
        .stream().map(Texts::named).toList();
  }

  private List<Municipality> ofPostalCode() {
    String typed = form.getContact().getPostalCode();
    return typed != null && typed.matches("\\d{5}") ? lists.municipalities(typed, 50) : List.of();
  }

  /**
   * The municipality of postal code and city. Where both are as they were read, so is it: its code
   * may come from a system that knows more than the two tell, as of an address with CEDEX.
   */
  void locate() {
    ContactForm contact = form.getContact();
    if (before != null
        && Objects.equals(contact.getPostalCode(), before.getPostalCode())
        && Objects.equals(contact.getCity(), before.getCity())) {
      contact.setMunicipalityCode(before.getMunicipalityCode());
      return;
    }
    contact.setMunicipalityCode(
        ofPostalCode().stream()
            .filter(
                m ->
                    contact.getCity() != null
                        && NameKey.of(m.name()).equals(NameKey.of(contact.getCity())))
            .map(Municipality::code)
            .findFirst()
            .orElse(null));
  }
}
