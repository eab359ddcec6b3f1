package fr.toitcommun.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** What the page has to say on top: faults with the way to their fields, and what was done. */
@Named
@RequestScoped
public class Said {

  /**
   * A message.
   *
   * @param field identity of the field it concerns on the page; null when it concerns the whole
   * @param label name of that field
   */
  public record Message(String field, String label, String text) {}

  /** What is wrong, in the order of the page; what concerns the whole comes first. */
  public List<Message> getFaults() {
    List<Message> faults = messages(true);
    if (faults.size() > 1) {
      List<String> order = new ArrayList<>();
      collect(FacesContext.getCurrentInstance().getViewRoot(), order);
      faults.sort(Comparator.comparingInt(fault -> order.indexOf(last(fault.field()))));
    }
    return faults;
  }

  private static void collect(UIComponent parent, List<String> ids) {
    Iterator<UIComponent> children = parent.getFacetsAndChildren();
    while (children.hasNext()) {
      UIComponent child = children.next();
      ids.add(child.getId());
      collect(child, ids);
    }
  }

  /** What was done, or is worth knowing. */
  public List<Message> getNews() {
    return messages(false);
  }

  /** Whether something is wrong with this field. */
  public boolean wrong(UIComponent field) {
    FacesContext faces = FacesContext.getCurrentInstance();
    return !faces.getMessageList(field.getClientId(faces)).isEmpty();
  }

  /**
   * Whether something is wrong with the field of this identity: one that the page writes itself.
   */
  public boolean wrongAt(String id) {
    return !FacesContext.getCurrentInstance().getMessageList(id).isEmpty();
  }

  private static List<Message> messages(boolean faults) {
    FacesContext faces = FacesContext.getCurrentInstance();
    List<Message> messages = new ArrayList<>();
    Iterator<String> ids = faces.getClientIdsWithMessages();
    while (ids.hasNext()) {
      String id = ids.next();
      for (FacesMessage message : faces.getMessageList(id)) {
        boolean fault = message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
        if (fault == faults) {
          messages.add(new Message(id, label(faces, id), message.getDetail()));
        }
      }
    }
    return messages;
  }

  private static String last(String id) {
    return id == null ? null : id.substring(id.lastIndexOf(':') + 1);
  }

  private static String label(FacesContext faces, String id) {
    // By identity alone: forms that prepend nothing still hide their fields from a search by client
    // identity.
    UIComponent field = id == null ? null : Faults.find(faces.getViewRoot(), last(id));
    Object label = field == null ? null : field.getAttributes().get("label");
    return label == null ? null : label.toString();
  }
}
