package fr.toitcommun.ejb.registration;

import fr.toitcommun.persistence.registration.DemandFile;
import jakarta.ejb.ApplicationException;
import java.util.List;

/**
 * Someone else changed the demand since it was read: nothing was stored, what was typed stays with
 * the caller, who is told what changed.
 */
@ApplicationException(rollback = true)
public class ChangedMeanwhile extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient DemandFile current;

  /** Changed into this. */
  public ChangedMeanwhile(DemandFile current) {
    super("Changed meanwhile");
    this.current = current;
  }

  /** The demand as it is now, with the version to state next. */
  public DemandFile current() {
    return current;
  }

  /** What happened since: the latest events, the newest first, as many as versions passed. */
  public List<DemandFile.Event> since(int versionRead) {
    int passed = Math.max(1, current.version() - versionRead);
    return current.events().stream().limit(passed).toList();
  }
}
