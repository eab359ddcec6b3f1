/** The acts on supporting documents, and what looks into their content before it is kept. */
package fr.toitcommun.ejb.dossier;
