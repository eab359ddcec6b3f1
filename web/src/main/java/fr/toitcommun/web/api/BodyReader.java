package fr.toitcommun.web.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the body of a request: within bounds, as UTF-8, as JSON, as the form it is to be. */
final class BodyReader {
  /** Longest body, bytes. */
  static final int LONGEST = 256 * 1024;

  /** Most elements of any list. */
  private static final int MOST_ELEMENTS = 100;

  /** Neither stored nor shown: control characters, halves of pairs, what an encoder gave up on. */
  private static final Pattern ILLEGAL =
      Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cs}\\p{Cn}\\uFFFD&&[^\\n\\r\\t]]");

  private BodyReader() {}

  /**
   * Reads it.
   *
   * @throws ClientErrorException (413) when it is too long
   * @throws RefusedBody when it is not JSON, or not of this form
   * @throws RefusedInput when it holds characters that have no place anywhere, or endless lists
   */
  static <T> T read(InputStream body, Type type) throws IOException {
    byte[] bytes = body.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new ClientErrorException(Status.REQUEST_ENTITY_TOO_LARGE);
    }
    String text = decoded(bytes);
    if (text.isBlank()) {
      throw new RefusedBody(List.of(Fault.at("", "BODY_MISSING")));
    }
    JsonFaults faults = new JsonFaults();
    T form = null;
    try {
      JsonNode tree = Json.get().readTree(text);
      checkBounds(tree);
      JavaType wanted = Json.get().constructType(type);
      form = Json.get().readerFor(wanted).withHandler(faults).readValue(tree);
    } catch (JsonMappingException misfit) {
      faults.add(misfit);
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
    if (!faults.found().isEmpty()) {
      throw new RefusedBody(faults.found());
    }
    if (form == null) {
      throw new RefusedBody(List.of(Fault.at("", "BODY_MISSING")));
    }
    return form;
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException wrongEncoding) {
      throw new RefusedBody(List.of(Fault.at("", "BODY_ENCODING")));
    }
  }

  private static void checkBounds(JsonNode tree) {
    List<Fault> faults = new ArrayList<>();
    walk("", tree, faults);
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
  }

  private static void walk(String path, JsonNode node, List<Fault> faults) {
    if (node.isTextual()) {
      if (ILLEGAL.matcher(node.textValue()).find()) {
        faults.add(Fault.at(path, "ILLEGAL_CHARACTERS"));
      }
    } else if (node.isArray()) {
      if (node.size() > MOST_ELEMENTS) {
        faults.add(Fault.at(path, "TOO_MANY", MOST_ELEMENTS));
        return;
      }
      for (int i = 0; i < node.size(); i++) {
        walk(path + "[" + i + "]", node.get(i), faults);
      }
    } else {
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        String name = JsonFaults.shortened(field.getKey());
        walk(path.isEmpty() ? name : path + "." + name, field.getValue(), faults);
      }
    }
  }
}
