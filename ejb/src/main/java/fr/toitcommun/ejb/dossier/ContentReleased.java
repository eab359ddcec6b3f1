package fr.toitcommun.ejb.dossier;

import java.util.UUID;

/** A document was deleted: once that is certain, its content is erased at once. */
record ContentReleased(UUID key) {}
