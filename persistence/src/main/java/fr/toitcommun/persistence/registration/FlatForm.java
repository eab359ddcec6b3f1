package fr.toitcommun.persistence.registration;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
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

  /**
   * Fills a form from texts by path; a path that the form does not have is passed over.
   *
   * @throws IllegalArgumentException when a text is not of its field's type
   */
  static void fill(Object form, Map<String, String> flat) {
    flat.forEach((path, text) -> put(form, path, text));
  }

  private static void put(Object bean, String path, String text) {
    int dot = path.indexOf('.');
    String step = dot < 0 ? path : path.substring(0, dot);
    int bracket = step.indexOf('[');
    String name = bracket < 0 ? step : step.substring(0, bracket);
    for (PropertyDescriptor property : PROPERTIES.get(bean.getClass())) {
      if (property.getName().equals(name)) {
        if (bracket >= 0) {
          int at = Integer.parseInt(step.substring(bracket + 1, step.length() - 1));
          putLine(bean, property, at, dot < 0 ? null : path.substring(dot + 1), text);
        } else if (dot >= 0) {
          put(part(property, bean), path.substring(dot + 1), text);
        } else {
          write(property, bean, value(property.getPropertyType(), text));
        }
      }
    }
  }

  /** A part of the form; one that most forms do without is made when something is said in it. */
  private static Object part(PropertyDescriptor property, Object bean) {
    if (read(property, bean) == null) {
      write(property, bean, created(property.getPropertyType()));
    }
    return read(property, bean);
  }

  @SuppressWarnings("unchecked")
  private static void putLine(
      Object bean, PropertyDescriptor property, int at, String rest, String text) {
    List<Object> lines = new ArrayList<>((List<Object>) read(property, bean));
    Type type =
        ((ParameterizedType) property.getReadMethod().getGenericReturnType())
            .getActualTypeArguments()[0];
    while (lines.size() <= at) {
      lines.add(rest == null ? null : created((Class<?>) type));
    }
    if (rest == null) {
      lines.set(at, value((Class<?>) type, text));
    } else {
      put(lines.get(at), rest, text);
    }
    write(property, bean, lines);
  }

  private static Object created(Class<?> type) {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Object value(Class<?> type, String text) {
    if (type == Integer.class || type == int.class) {
      return Integer.valueOf(text);
    } else if (type == Long.class) {
      return Long.valueOf(text);
    } else if (type == Boolean.class || type == boolean.class) {
      return Boolean.valueOf(text);
    } else if (type == LocalDate.class) {
      return LocalDate.parse(text);
    } else if (type.isEnum()) {
      return Enum.valueOf((Class) type, text);
    }
    return text;
  }

  private static void write(PropertyDescriptor property, Object bean, Object value) {
    try {
      property.getWriteMethod().invoke(bean, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
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
