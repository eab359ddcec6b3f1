package fr.toitcommun.persistence.registration.dossier;

import java.nio.file.Path;

/**
 * Content as it was written to the store.
 *
 * @param path where it lies
 * @param size bytes
 * @param sha256 its checksum, 64 hexadecimal digits
 */
public record StoredContent(Path path, long size, String sha256) {}
