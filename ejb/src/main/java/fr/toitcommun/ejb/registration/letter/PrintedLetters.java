package fr.toitcommun.ejb.registration.letter;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/**
 * A file for the printer.
 *
 * @param uniqueNumbers demands whose letters it holds
 */
public record PrintedLetters(List<String> uniqueNumbers, byte[] file) implements Nominative {}
