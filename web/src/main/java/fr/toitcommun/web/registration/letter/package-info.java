/** Pages on letters to applicants: batches, texts, and those of a demand. */
package fr.toitcommun.web.registration.letter;
