package fr.toitcommun.persistence.registration;

import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * What was asked is refused, with every reason at once; nothing of it is stored. Screens show the
 * faults at their fields, the API as an RFC 9457 problem.
 */
@ApplicationException(rollback = true)
public class RefusedInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /** Refused for these reasons; at least one. */
  public RefusedInput(List<Fault> faults) {
    super(faults.stream().map(fault -> fault.field() + ":" + fault.code()).toList().toString());
    this.faults = List.copyOf(faults);
  }

  /** Refused for one reason that concerns the whole. */
  public static RefusedInput because(String code, Object... arguments) {
    return new RefusedInput(List.of(Fault.at("", code, arguments)));
  }

  /** Refused for one reason at a field. */
  public static RefusedInput at(String field, String code, Object... arguments) {
    return new RefusedInput(List.of(Fault.at(field, code, arguments)));
  }

  /**
   * Goes on when nothing speaks against it.
   *
   * @throws RefusedInput naming every fault, when there are any
   */
  public static void ifAny(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
  }

  /** Every reason. */
  public List<Fault> faults() {
    return faults;
  }
}
