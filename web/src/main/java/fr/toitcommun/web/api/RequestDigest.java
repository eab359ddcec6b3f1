package fr.toitcommun.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells a repeated request from another one: by what it says, not by its spaces. */
final class RequestDigest {
  private RequestDigest() {}

  /** SHA-256 of what was understood, hexadecimal. */
  static String of(Object form) {
    try {
      byte[] said = Json.get().writeValueAsBytes(form);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
