package fr.toitcommun.web.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.toitcommun.persistence.allocation.reservation.AgreementForm;
import fr.toitcommun.persistence.allocation.reservation.AgreementRules;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the body of a request: within bounds, as UTF-8, as JSON, as the form it is to be. */
final class BodyReader {
  /** Longest body of other forms than an agreement, bytes. */
  static final int LONGEST = 256 * 1024;

  /**
   * Longest body of an agreement, bytes: as many references as it may name, each as long as there
   * is one, fit even when every character is written as an escape of six bytes.
   */
  static final int LONGEST_AGREEMENT = 4 * 1024 * 1024;

  /** Most elements of any list. */
  private static final int MOST_ELEMENTS = 100;

  /** Lists that may be longer, by the form they stand in. */
  private static final Map<Type, Map<String, Integer>> LONGER =
      Map.of(AgreementForm.class, Map.of("identified", AgreementRules.MOST_IDENTIFIED));

  /** Whoever sends more that cannot be read than this is told of these first. */
  private static final int MOST_STOPS = 50;

  /** Neither stored nor shown: control characters, halves of pairs, what an encoder gave up on. */
  private static final Pattern ILLEGAL =
      Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cs}\\p{Cn}\\uFFFD&&[^\\n\\r\\t]]");

  private BodyReader() {}

  /**
   * Reads it.
   *
   * @throws ApiProblem (413) when it is too long
   * @throws RefusedBody when it is not JSON, or not of this form
   * @throws RefusedInput when it holds characters that have no place anywhere, or endless lists
   */
  static <T> T read(InputStream body, Type type) throws IOException {
    int longest = AgreementForm.class.equals(type) ? LONGEST_AGREEMENT : LONGEST;
    byte[] bytes = body.readNBytes(longest + 1);
    if (bytes.length > longest) {
      throw new ApiProblem(ProblemKind.TOO_LARGE);
    }
    String text = decoded(bytes);
    if (text.isBlank()) {
      throw new RefusedBody(List.of(Fault.at("", "BODY_MISSING")));
    }
    JsonNode tree = parsed(text);
    checkBounds(tree, LONGER.getOrDefault(type, Map.of()));
    List<Fault> faults = new ArrayList<>();
    T form = formed(tree, Json.get().constructType(type), faults);
    if (!faults.isEmpty()) {
      throw new RefusedBody(faults);
    }
    if (form == null) {
      throw new RefusedBody(List.of(Fault.at("", "BODY_MISSING")));
    }
    return form;
  }

  private static JsonNode parsed(String text) {
    try {
      return Json.get().readTree(text);
    } catch (JsonProcessingException malformed) {
      JsonLocation at = malformed.getLocation();
      throw new RefusedBody(
          List.of(
              Fault.at(
                  "",
                  "BODY_MALFORMED",
                  at == null ? 1 : at.getLineNr(),
                  at == null ? 1 : at.getColumnNr())));
    }
  }

  /**
   * Reads the form; where the reading stops, the fault is kept and the reading goes on without it.
   */
  private static <T> T formed(JsonNode tree, JavaType type, List<Fault> faults) throws IOException {
    Set<String> stops = new HashSet<>();
    while (true) {
      JsonFaults met = new JsonFaults();
      try {
        T form = Json.get().readerFor(type).withHandler(met).readValue(tree);
        faults.addAll(met.found());
        return form;
      } catch (JsonMappingException stopped) {
        Fault fault = JsonFaults.of(stopped, tree);
        if (stops.add(fault.field())) {
          faults.add(fault);
        }
        if (stops.size() == MOST_STOPS || !passedOver(stopped, tree)) {
          faults.addAll(met.found());
          return null;
        }
      }
    }
  }

  /** Takes what stopped the reading out of the tree; false when that cannot help. */
  private static boolean passedOver(JsonMappingException stopped, JsonNode tree) {
    List<JsonMappingException.Reference> path = stopped.getPath();
    if (path.isEmpty()) {
      return false;
    }
    JsonNode parent = tree;
    for (JsonMappingException.Reference step : path.subList(0, path.size() - 1)) {
      parent =
          step.getFieldName() == null
              ? parent.path(step.getIndex())
              : parent.path(step.getFieldName());
    }
    String field = path.get(path.size() - 1).getFieldName();
    if (field == null || !(parent instanceof ObjectNode object)) {
      return false;
    }
    Object placeholder = JsonFaults.placeholder(JsonFaults.target(stopped));
    if (placeholder != null) {
      JsonNode before = object.get(field);
      object.set(field, placeholder instanceof Boolean ? BooleanNode.FALSE : IntNode.valueOf(0));
      return !object.get(field).equals(before);
    }
    return object.remove(field) != null;
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException wrongEncoding) {
      throw new RefusedBody(List.of(Fault.at("", "BODY_ENCODING")));
    }
  }

  private static void checkBounds(JsonNode tree, Map<String, Integer> longer) {
    List<Fault> faults = new ArrayList<>();
    walk("", tree, longer, faults);
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
  }

  private static void walk(
      String path, JsonNode node, Map<String, Integer> longer, List<Fault> faults) {
    if (node.isTextual()) {
      if (ILLEGAL.matcher(node.textValue()).find()) {
        faults.add(Fault.at(path, "ILLEGAL_CHARACTERS"));
      }
    } else if (node.isArray()) {
      int most = longer.getOrDefault(path, MOST_ELEMENTS);
      if (node.size() > most) {
        faults.add(Fault.at(path, "TOO_MANY", most));
        return;
      }
      for (int i = 0; i < node.size(); i++) {
        walk(path + "[" + i + "]", node.get(i), longer, faults);
      }
    } else {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String name = JsonFaults.shortened(field.getKey());
        walk(path.isEmpty() ? name : path + "." + name, field.getValue(), longer, faults);
      }
    }
  }
}
