package fr.toitcommun.web.api;

import fr.toitcommun.persistence.allocation.reservation.AgreementRow;
import java.util.List;

/**
 * Reservation agreements with their balance of a year.
 *
 * @param total how many there are in all
 * @param year whose balance is told
 */
public record AgreementList(long total, int offset, int year, List<AgreementRow> agreements) {}
