/** Demands being typed, kept until they are saved. */
package fr.toitcommun.persistence.registration.draft;
