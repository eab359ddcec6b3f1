package fr.toitcommun.web.api;

import fr.toitcommun.persistence.allocation.reservation.AgreementRow;
import fr.toitcommun.persistence.allocation.reservation.Balance;
import java.util.List;
import java.util.Map;

/**
 * A reservation agreement with its balance through a year.
 *
 * @param year whose balance is told
 * @param months the balance of each month that had a flow, from 1 to 12
 * @param excluded dwellings of the landlord and year that do not count in the flow, by reason
 * @param identified the landlord's references of the dwellings reserved one by one
 */
public record AgreementDetail(
    AgreementRow agreement,
    int year,
    Map<Integer, Balance> months,
    Map<String, Long> excluded,
    List<String> identified) {}
