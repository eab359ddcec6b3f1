package fr.toitcommun.persistence.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form as texts, one per filled field, in which a line keeps its key when others come or go: a
 * person of a list is known by identity ({@code dependants[#12].surname}), a resource by its code
 * ({@code applicant.resources[SAL]}), the wished types are one field. What history compares and
 * takes back.
 */
public final class FormText {
  private static final Pattern PERSON = Pattern.compile("(coApplicants|dependants)\\[(\\d+)](.+)");
  private static final Pattern KNOWN_PERSON =
      Pattern.compile("(coApplicants|dependants)\\[#([^]]+)](.+)");
  private static final Pattern RESOURCE =
      Pattern.compile("(.*resources)\\[(\\d+)]\\.(code|amount)");
  private static final Pattern KNOWN_RESOURCE = Pattern.compile("(.*resources)\\[(\\D[^]]*)]");

  /** Only a form that was never stored has persons without identity. */
  private static final String NEW = "new";

  private static final String TYPES = "sought.types";

  private static final Comparator<PersonForm> AS_ENTERED =
      Comparator.comparing(PersonForm::getId, Comparator.nullsLast(Comparator.naturalOrder()));

  private FormText() {}

  /** The filled fields of this form. */
  public static Map<String, String> of(DemandForm form) {
    return of(form, path -> known(path, form));
  }

  /**
   * The filled fields of this form, its persons by their place ({@code dependants[0].surname}): to
   * compare forms of different demands, whose persons have nothing but their place in common.
   */
  public static Map<String, String> byPlace(DemandForm form) {
    return of(form, path -> path);
  }

  private static Map<String, String> of(DemandForm form, UnaryOperator<String> named) {
    Map<String, Object> flat = FlatForm.of(form);
    Map<String, String> texts = new TreeMap<>();
    List<String> types = new ArrayList<>();
    for (Map.Entry<String, Object> field : flat.entrySet()) {
      Matcher resource = RESOURCE.matcher(field.getKey());
      String text = field.getValue().toString();
      if (field.getKey().startsWith(TYPES)) {
        types.add(text);
      } else if (!resource.matches()) {
        String path = named.apply(field.getKey());
        if (!path.endsWith(".id")) {
          texts.put(path, text);
        }
      } else if ("amount".equals(resource.group(3))) {
        Object code = flat.get(resource.group(1) + "[" + resource.group(2) + "].code");
        texts.put(named.apply(resource.group(1)) + "[" + code + "]", text);
      }
    }
    if (!types.isEmpty()) {
      texts.put(TYPES, String.join(" ", types));
    }
    return texts;
  }

  private static String known(String path, DemandForm form) {
    Matcher line = PERSON.matcher(path);
    if (!line.matches()) {
      return path;
    }
    int at = Integer.parseInt(line.group(2));
    Long id = persons(form, line.group(1)).get(at).getId();
    return line.group(1) + "[#" + (id == null ? NEW + at : id) + "]" + line.group(3);
  }

  /** Given name and surname of the person of a list that a field belongs to; null for others. */
  static String whose(String path, Map<String, String> texts) {
    Matcher line = KNOWN_PERSON.matcher(path);
    if (!line.matches()) {
      return null;
    }
    String person = line.group(1) + "[#" + line.group(2) + "].";
    String surname = texts.get(person + "surname");
    return surname == null ? null : texts.get(person + "givenName") + " " + surname;
  }

  /** The form that these texts are of. Fields that the form has no more are passed over. */
  static DemandForm form(Map<String, String> texts) {
    Map<String, Integer> places = new TreeMap<>();
    Map<String, Integer> sizes = new TreeMap<>();
    Map<String, String> flat = new LinkedHashMap<>();
    for (Map.Entry<String, String> field : texts.entrySet()) {
      String path = field.getKey();
      Matcher person = KNOWN_PERSON.matcher(path);
      if (person.matches()) {
        String line = person.group(1) + "[#" + person.group(2) + "]";
        String at = placed(line, person.group(1), places, sizes);
        path = at + person.group(3);
        if (!person.group(2).startsWith(NEW)) {
          flat.put(at + ".id", person.group(2));
        }
      }
      Matcher resource = KNOWN_RESOURCE.matcher(path);
      if (path.equals(TYPES)) {
        String[] types = field.getValue().split(" ");
        for (int i = 0; i < types.length; i++) {
          flat.put(TYPES + "[" + i + "]", types[i]);
        }
      } else if (resource.matches()) {
        String at = placed(path, resource.group(1), places, sizes);
        flat.put(at + ".code", resource.group(2));
        flat.put(at + ".amount", field.getValue());
      } else {
        flat.put(path, field.getValue());
      }
    }
    DemandForm form = new DemandForm();
    FlatForm.fill(form, flat);
    // Texts come in the order of letters, in which 1000 is before 999.
    form.getCoApplicants().sort(AS_ENTERED);
    form.getDependants().sort(AS_ENTERED);
    return form;
  }

  private static String placed(
      String line, String list, Map<String, Integer> places, Map<String, Integer> sizes) {
    int at = places.computeIfAbsent(line, one -> sizes.merge(list, 1, Integer::sum) - 1);
    return list + "[" + at + "]";
  }

  private static List<PersonForm> persons(DemandForm form, String list) {
    return "coApplicants".equals(list) ? form.getCoApplicants() : form.getDependants();
  }
}
