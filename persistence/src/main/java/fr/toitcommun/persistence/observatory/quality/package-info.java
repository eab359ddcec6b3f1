/** Audit of the file: what is wrong or missing in it, by desk, with the demands to correct. */
package fr.toitcommun.persistence.observatory.quality;
