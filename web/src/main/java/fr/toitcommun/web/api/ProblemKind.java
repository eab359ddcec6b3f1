package fr.toitcommun.web.api;

/** The kinds of problem; their titles and details are in the bundle {@code Problems}. */
enum ProblemKind {
  MALFORMED(400),
  UNAUTHENTICATED(401),
  FORBIDDEN(403),
  CROSS_SITE(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  CONFLICT(409),
  CHANGED_MEANWHILE(412),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  REFUSED(422),
  DOUBTFUL(422),
  VERSION_REQUIRED(428),
  INTERNAL(500);

  private final int status;

  ProblemKind(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  /** The last part of its address, and its key in the bundle. */
  String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** The kind that an answer of JAX-RS with this status is. */
  static ProblemKind of(int status) {
    for (ProblemKind kind : values()) {
      if (kind.status == status) {
        return kind;
      }
    }
    return status < 500 ? MALFORMED : INTERNAL;
  }
}
