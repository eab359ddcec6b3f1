package fr.toitcommun.persistence.allocation.reservation;

/**
 * Which agreements are asked for; null where it does not matter.
 *
 * @param landlordId of this landlord
 * @param holderId of this holder
 * @param departementCode in this département
 * @param year those in force on a day of this year, with its balance
 */
public record AgreementSearch(Long landlordId, Long holderId, String departementCode, int year) {}
