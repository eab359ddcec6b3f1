package fr.toitcommun.web.registration;

import fr.toitcommun.persistence.registration.FlatForm;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two agents changed one form. What this agent left as it was takes over the other's change; what
 * this agent typed stays typed. A list counts as one: persons and municipalities have an order.
 */
final class KeepBoth {
  private KeepBoth() {}

  /**
   * Brings another's changes into what is typed.
   *
   * @param typed what this agent has on the screen; changed here
   * @param before what both began with
   * @param theirs what the other saved
   */
  static void into(Object typed, Object before, Object theirs) {
    try {
      for (PropertyDescriptor property :
          Introspector.getBeanInfo(typed.getClass(), Object.class).getPropertyDescriptors()) {
        Object mine = property.getReadMethod().invoke(typed);
        Object old = property.getReadMethod().invoke(before);
        Object other = property.getReadMethod().invoke(theirs);
        boolean form = mine != null && mine.getClass().getPackage() == FlatForm.class.getPackage();
        if (form && old != null && other != null) {
          into(mine, old, other);
        } else if (same(mine, old)) {
          property.getWriteMethod().invoke(typed, other);
        }
      }
    } catch (IntrospectionException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean same(Object mine, Object old) {
    return mine instanceof List<?> && old instanceof List<?>
        ? flat(mine).equals(flat(old))
        : Objects.equals(mine, old);
  }

  private static Map<String, Object> flat(Object list) {
    return FlatForm.of(list);
  }
}
