/** Letters and messages to applicants: which are owed, and what they say. */
package fr.toitcommun.persistence.registration.letter;
