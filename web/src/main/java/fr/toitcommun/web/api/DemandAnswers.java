package fr.toitcommun.web.api;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.DemandFiles;
import fr.toitcommun.persistence.registration.DemandFile;
import jakarta.ws.rs.core.Response;

/** Answers that are a demand with its version as ETag. */
final class DemandAnswers {
  private DemandAnswers() {}

  static Response of(DemandFile file) {
    return Response.ok(file).tag(String.valueOf(file.version())).build();
  }

  /** The demand after an act on it. */
  static Response asItIsNow(DemandFiles files, String number) {
    try {
      return of(files.open(number));
    } catch (NotInScope leftTheScope) {
      // The act is done; with the wishes the demand has moved out of the caller's territory.
      return Response.noContent().build();
    }
  }
}
