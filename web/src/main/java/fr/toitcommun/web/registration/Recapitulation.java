package fr.toitcommun.web.registration;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FaultTexts;
import fr.toitcommun.web.shell.Faults;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.UIOutput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything typed, in the order of the form. It is read off the page's own fields, so that a field
 * stands here as soon as it stands in its step.
 */
@Named
@RequestScoped
public class Recapitulation {
  private static final String APART = " · ";

  @Inject private Texts texts;
  @Inject private FieldTexts fields;
  @Inject private Language language;

  /**
   * A field that holds something.
   *
   * @param whose person or place it belongs to; empty: the demand itself
   */
  public record Line(String field, String whose, String label, String value) {}

  /** Lines that belong to one person or place. */
  public record Group(String whose, List<Line> lines) {}

  /** Something to correct, with the step and field where that is done. */
  public record Wrong(EntryStep step, String field, String label, String text) {}

  /** What is typed in a step, by person or place. */
  public List<Group> groups(EntryStep step) {
    FacesContext faces = FacesContext.getCurrentInstance();
    List<Line> lines = new ArrayList<>();
    collect(faces, Faults.find(faces.getViewRoot(), step.getPanel()), step, lines);
    List<Group> groups = new ArrayList<>();
    for (Line line : lines) {
      Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
      if (last == null || !last.whose().equals(line.whose())) {
        last = new Group(line.whose(), new ArrayList<>());
        groups.add(last);
      }
      last.lines().add(line);
    }
    return groups;
  }

  private void collect(FacesContext faces, UIComponent parent, EntryStep step, List<Line> lines) {
    if (parent == null) {
      return;
    }
    Iterator<UIComponent> children = parent.getFacetsAndChildren();
    while (children.hasNext()) {
      UIComponent child = children.next();
      String value = shown(faces, child);
      if (value != null) {
        lines.add(line(child, value, step));
      }
      collect(faces, child, step, lines);
    }
  }

  private Line line(UIComponent field, String value, EntryStep step) {
    String label = String.valueOf(field.getAttributes().get("label"));
    int apart = label.indexOf(APART);
    String whose = apart < 0 ? "" : label.substring(0, apart);
    // A field named with its step, where its own name alone would be taken for another's.
    boolean ofStep = whose.equals(texts.say("step." + step));
    return new Line(
        field.getId(),
        ofStep ? "" : whose,
        apart < 0 ? label : label.substring(apart + APART.length()),
        value);
  }

  /** What a field holds as people read it; null: nothing, or it is no field. */
  private String shown(FacesContext faces, UIComponent field) {
    Object said = field.getAttributes().get("recap");
    if (said != null) {
      return said.toString();
    }
    Object value =
        field instanceof UIInput input && field.getAttributes().get("label") != null
            ? input.getValue()
            : null;
    if (value == null || value.toString().isBlank()) {
      return null;
    }
    if (value instanceof Collection<?> codes) {
      return codes.isEmpty()
          ? null
          : codes.stream().map(code -> code(field, code)).collect(Collectors.joining(", "));
    }
    if (value instanceof Boolean yes) {
      boolean told = yes || field.getAttributes().get("seldom") == null;
      return told ? texts.yes(yes) : null;
    }
    if (value instanceof Integer number) {
      Object unit = field.getAttributes().get("unit");
      return texts.number(number) + (unit == null || unit.equals("") ? "" : "\u00a0" + unit);
    }
    if (field.getAttributes().get("list") != null) {
      return code(field, value);
    }
    @SuppressWarnings("unchecked")
    Converter<Object> converter = ((UIOutput) field).getConverter();
    return converter == null ? value.toString() : converter.getAsString(faces, field, value);
  }

  private String code(UIComponent field, Object code) {
    String list = (String) field.getAttributes().get("list");
    return switch (list) {
      case "RESOURCE" -> texts.resource(code.toString());
      case "DISTRICT" -> texts.district(code.toString());
      default -> texts.code(list, code);
    };
  }

  /** What is to be corrected, in the order of the form. */
  public List<Wrong> wrong(List<Fault> faults) {
    return faults.stream().map(this::wrong).sorted(Comparator.comparing(Wrong::step)).toList();
  }

  /** One thing to correct, or to confirm. */
  public Wrong wrong(Fault fault) {
    return new Wrong(
        EntryStep.of(fault),
        Faults.idOf(fault.field()),
        fault.field().isEmpty() ? "" : fields.label(fault.field()),
        FaultTexts.text(fault, language.getLocale()));
  }
}
