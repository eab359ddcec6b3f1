package fr.toitcommun.persistence.observatory.extract;

/**
 * An extract to be prepared.
 *
 * @param name what who asked calls it
 * @param language tag of the language of its texts
 */
public record NewExtract(
    String name, ExtractContent content, ExtractFormat format, String language) {}
