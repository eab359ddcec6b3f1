package fr.toitcommun.ejb.commission;

import fr.toitcommun.persistence.journal.Nominative;
import java.util.List;

/** A printed document of a session: the PDF, and the demands it names. */
public record PrintedSession(byte[] pdf, List<String> uniqueNumbers) implements Nominative {}
