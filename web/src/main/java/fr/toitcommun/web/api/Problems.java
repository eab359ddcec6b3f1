package fr.toitcommun.web.api;

import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FaultTexts;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** Writes problems in the language of the caller: French, or English when it is preferred. */
final class Problems {
  private static final String BUNDLE = "fr.toitcommun.web.api.Problems";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Problems() {}

  /** A problem without faults of fields. */
  static Response of(ProblemKind kind, List<Locale> languages, String instance) {
    return answer(kind, languages, instance, null, null, null);
  }

  /** A problem of these fields. */
  static Response of(
      ProblemKind kind, List<Locale> languages, String instance, List<Fault> faults) {
    return answer(kind, languages, instance, faults, null, null);
  }

  /** Someone else changed the demand: what happened, and the version to state next. */
  static Response changed(
      List<Locale> languages, String instance, int version, List<DemandFile.Event> changes) {
    return answer(ProblemKind.CHANGED_MEANWHILE, languages, instance, null, version, changes);
  }

  private static Response answer(
      ProblemKind kind,
      List<Locale> languages,
      String instance,
      List<Fault> faults,
      Integer version,
      List<DemandFile.Event> changes) {
    Locale language = spoken(languages);
    ResourceBundle texts = texts(language);
    Problem problem =
        new Problem(
            Problem.TYPES + kind.slug(),
            texts.getString(kind.slug() + ".title"),
            kind.status(),
            texts.getString(kind.slug() + ".detail"),
            instance,
            faults == null || faults.isEmpty()
                ? null
                : faults.stream()
                    .map(
                        fault ->
                            new Problem.FieldFault(
                                fault.field(),
                                fault.code(),
                                fault.control(),
                                FaultTexts.text(fault, language)))
                    .toList(),
            version,
            changes);
    Response.ResponseBuilder answer =
        Response.status(kind.status())
            .entity(problem)
            .type(Problem.MEDIA_TYPE)
            .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage());
    if (kind == ProblemKind.UNAUTHENTICATED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Toit commun\", charset=\"UTF-8\"");
    }
    return answer.build();
  }

  static ResourceBundle texts(Locale language) {
    return ResourceBundle.getBundle(BUNDLE, language, Problems.class.getClassLoader(), NO_FALLBACK);
  }

  /** English when it is asked for before French, else French. */
  static Locale spoken(List<Locale> languages) {
    for (Locale language : languages) {
      if ("en".equals(language.getLanguage())) {
        return Locale.ENGLISH;
      }
      if ("fr".equals(language.getLanguage())) {
        break;
      }
    }
    return Locale.FRENCH;
  }
}
