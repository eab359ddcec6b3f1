/** Letters to applicants: their texts, the batches they are made in, and their e-mails. */
package fr.toitcommun.ejb.registration.letter;
