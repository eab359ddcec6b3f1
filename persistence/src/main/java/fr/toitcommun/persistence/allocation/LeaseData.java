package fr.toitcommun.persistence.allocation;

import java.time.LocalDate;

/**
 * What is stated at signature (arrêté of 17 September 2012, art. 1; arrêté of 23 March 2015, annex
 * §6.2).
 *
 * @param signedOn day of signature
 * @param wasTenantOfLandlord whether the applicant was already a tenant of this landlord
 * @param collectiveAgreement ACD, ACI, AUCUN or NONDOC
 * @param daloStatus code list DALO_STATUS
 * @param quota on whose contingent, code list QUOTA
 * @param renewalRehousing rehoused by the urban renewal programme (NPNRU, L.441-1); null: no
 * @param situationConfirmed household and income are those of the day of allocation; must be true
 * @param demandVersion the version of the demand that was confirmed; null: whatever it is
 */
public record LeaseData(
    LocalDate signedOn,
    Boolean wasTenantOfLandlord,
    String collectiveAgreement,
    String daloStatus,
    String quota,
    Boolean renewalRehousing,
    Boolean situationConfirmed,
    Integer demandVersion) {}
