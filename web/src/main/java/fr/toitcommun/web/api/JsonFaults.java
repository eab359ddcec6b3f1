package fr.toitcommun.web.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import fr.toitcommun.persistence.registration.Fault;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Gathers what does not fit the form while JSON is read, so that every fault is named at once. */
final class JsonFaults extends DeserializationProblemHandler {
  private static final int LONGEST_SHOWN = 40;

  /** Whoever sends more faults than this is told of these first. */
  private static final int MOST_TOLD = 200;

  private final List<Fault> faults = new ArrayList<>();

  List<Fault> found() {
    return faults;
  }

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      JsonDeserializer<?> deserializer,
      Object beanOrClass,
      String name)
      throws IOException {
    tell(Fault.at(path(parser.getParsingContext()), "UNKNOWN_FIELD"));
    parser.skipChildren();
    return true;
  }

  private void tell(Fault fault) {
    if (faults.size() < MOST_TOLD) {
      faults.add(fault);
    }
  }

  @Override
  public Object handleWeirdStringValue(
      DeserializationContext context, Class<?> type, String value, String failure) {
    String path = path(context.getParser().getParsingContext());
    if (type == LocalDate.class) {
      tell(Fault.at(path, "IMPOSSIBLE_DATE", shortened(value)));
    } else if (type.isEnum()) {
      tell(Fault.at(path, "UNKNOWN_CODE", shortened(value)));
    } else {
      tell(Fault.at(path, "WRONG_TYPE", typeName(type)));
    }
    return placeholder(type);
  }

  @Override
  public Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType type,
      JsonToken token,
      JsonParser parser,
      String failure)
      throws IOException {
    JsonStreamContext at = parser.getParsingContext();
    // At the bracket of a list the parser stands in it already.
    boolean wholeList = token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY;
    tell(
        Fault.at(
            path(wholeList && at.inArray() ? at.getParent() : at),
            "WRONG_TYPE",
            typeName(type.getRawClass())));
    parser.skipChildren();
    return placeholder(type.getRawClass());
  }

  /** Lets the reading go on; the form is thrown away in the end. */
  static Object placeholder(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    return type == int.class ? Integer.valueOf(0) : null;
  }

  /**
   * What stopped the reading, as a fault.
   *
   * @param tree what was read
   */
  static Fault of(JsonMappingException stopped, JsonNode tree) {
    String path =
        stopped.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getFieldName())
            .collect(Collectors.joining())
            .replaceFirst("^\\.", "");
    JsonNode at = tree;
    for (JsonMappingException.Reference step : stopped.getPath()) {
      at = step.getFieldName() == null ? at.path(step.getIndex()) : at.path(step.getFieldName());
    }
    return at.isMissingNode() || at.isNull()
        ? Fault.at(path, "REQUIRED")
        : Fault.at(path, "WRONG_TYPE", typeName(target(stopped)));
  }

  /** What was to be read where the reading stopped. */
  static Class<?> target(JsonMappingException stopped) {
    return stopped instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
        ? mismatch.getTargetType()
        : Object.class;
  }

  /**
   * The path of where the parser stands, as the forms write it: {@code dependants[1].birthDate}.
   */
  private static String path(JsonStreamContext at) {
    if (at.getParent() == null) {
      return "";
    }
    if (at.inRoot()) {
      return "";
    }
    String before = path(at.getParent());
    if (at.inArray()) {
      return before + "[" + at.getCurrentIndex() + "]";
    }
    if (at.getCurrentName() == null) {
      return before;
    }
    String name = shortened(at.getCurrentName());
    return before.isEmpty() ? name : before + "." + name;
  }

  private static String typeName(Class<?> type) {
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return "integer";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "boolean";
    }
    if (type == String.class) {
      return "string";
    }
    if (type == LocalDate.class) {
      return "date";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining("|"));
    }
    return List.class.isAssignableFrom(type) ? "array" : "object";
  }

  static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
