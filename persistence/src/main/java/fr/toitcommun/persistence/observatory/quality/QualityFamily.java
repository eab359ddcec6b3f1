package fr.toitcommun.persistence.observatory.quality;

/** What an indicator of quality is about. */
public enum QualityFamily {
  /** Something the demand should have and has not. */
  MISSING,
  /** Something that was due by a day. */
  LATE,
  /** Something that can hardly be. */
  UNLIKELY,
  /** A demand that may stand for nobody any more, or for somebody twice. */
  GHOST
}
