/**
 * The supporting documents of a demand, one file for all partners: which there are, which are
 * missing, where their content lies.
 */
package fr.toitcommun.persistence.registration.dossier;
