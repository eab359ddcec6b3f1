package fr.toitcommun.web.api;

import fr.toitcommun.persistence.registration.DemandFile;
import java.util.List;

/**
 * Why a request was not answered as asked (RFC 9457).
 *
 * @param type address that names the kind of problem
 * @param title the kind in words
 * @param status of the answer
 * @param detail what to do about it
 * @param instance address of the request, or the reference under which a failure is logged
 * @param faults every fault, with the field it lies in; null when it is not a matter of fields
 * @param version of the demand now, to state in {@code If-Match}; null unless it changed meanwhile
 * @param changes what happened to it since it was read, latest first; null likewise
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    List<FieldFault> faults,
    Integer version,
    List<DemandFile.Event> changes) {
  /** Media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Where the kinds of problem have their names. */
  public static final String TYPES = "https://toit-commun.example/problems/";

  /**
   * A fault of one field.
   *
   * @param field path of the field, such as {@code dependants[1].birthDate}; empty: the whole
   * @param code what is wrong
   * @param control identifier of the control in the table of controls, to confirm a doubt by; null
   *     when none of the form's controls found it
   * @param message in the language asked for
   */
  public record FieldFault(String field, String code, String control, String message) {}
}
