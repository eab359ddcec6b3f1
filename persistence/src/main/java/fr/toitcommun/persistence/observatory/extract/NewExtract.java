package fr.toitcommun.persistence.observatory.extract;

/**
 * An extract to be prepared.
 *
 * @param name what who asked calls it
 * @param language of its texts, fr or en; null: French
 */
public record NewExtract(
    String name, ExtractContent content, ExtractFormat format, String language) {
  /** French is what the file is kept in. */
  public NewExtract {
    language = language == null ? "fr" : language;
  }
}
