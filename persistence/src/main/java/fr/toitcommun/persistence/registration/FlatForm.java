package fr.toitcommun.persistence.registration;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form laid flat: one entry per filled field, keyed by its path ({@code applicant.surname},
 * {@code sought.locations[0].municipalityCode}). History compares two of them; controls walk all
 * texts.
 */
public final class FlatForm {
  // Java's own look at a class costs more than everything else that is done with a form.
  private static final ClassValue<PropertyDescriptor[]> PROPERTIES =
      new ClassValue<>() {
        @Override
        protected PropertyDescriptor[] computeValue(Class<?> type) {
          try {
            return Introspector.getBeanInfo(type, Object.class).getPropertyDescriptors();
          } catch (IntrospectionException e) {
            throw new IllegalStateException(e);
          }
        }
      };

  private FlatForm() {}

  /** The filled fields of this form, in the order of their paths. */
  public static Map<String, Object> of(Object form) {
    Map<String, Object> flat = new LinkedHashMap<>();
    walk("", form, flat);
    return flat;
  }

  private static void walk(String path, Object value, Map<String, Object> into) {
    if (value == null) {
      return;
    }
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        walk(path + "[" + i + "]", list.get(i), into);
      }
    } else if (value.getClass().getPackage() == FlatForm.class.getPackage()) {
      for (PropertyDescriptor property : PROPERTIES.get(value.getClass())) {
        String name = path.isEmpty() ? property.getName() : path + "." + property.getName();
        walk(name, read(property, value), into);
      }
    } else {
      into.put(path, value);
    }
  }

  private static Object read(PropertyDescriptor property, Object bean) {
    try {
      return property.getReadMethod().invoke(bean);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
