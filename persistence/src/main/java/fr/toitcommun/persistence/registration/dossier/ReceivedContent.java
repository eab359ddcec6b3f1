package fr.toitcommun.persistence.registration.dossier;

import java.util.UUID;

/**
 * Content that lies in the store, looked at and let pass.
 *
 * @param key where it lies
 * @param sha256 its checksum, 64 hexadecimal digits
 * @param mediaType what it is by its content
 * @param size bytes
 * @param pages 1 for an image
 */
public record ReceivedContent(
    UUID key, String sha256, String mediaType, long size, int pages, ScanState scan) {}
