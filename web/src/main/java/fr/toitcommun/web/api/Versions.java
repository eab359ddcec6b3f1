package fr.toitcommun.web.api;

import fr.toitcommun.persistence.registration.Fault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a demand that a change was made on, from the header {@code If-Match}. */
final class Versions {
  private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

  private Versions() {}

  /**
   * Reads it.
   *
   * @throws ApiProblem (428) when it is missing or is not one of our entity tags
   */
  static int read(String ifMatch) {
    Matcher tag = TAG.matcher(ifMatch == null ? "" : ifMatch.trim());
    if (!tag.matches()) {
      throw new ApiProblem(ProblemKind.VERSION_REQUIRED, Fault.at("If-Match", "VERSION_REQUIRED"));
    }
    return Integer.parseInt(tag.group(1));
  }
}
