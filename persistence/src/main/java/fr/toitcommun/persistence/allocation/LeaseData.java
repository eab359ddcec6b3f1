package fr.toitcommun.persistence.allocation;

import java.time.LocalDate;

/**
 * What is stated at signature, all of it mandatory (arrêté of 17 September 2012, art. 1).
 *
 * @param signedOn day of signature
 * @param wasTenantOfLandlord whether the applicant was already a tenant of this landlord
 * @param collectiveAgreement ACD, ACI, AUCUN or NONDOC
 * @param daloStatus code list DALO_STATUS
 * @param quota on whose contingent, code list QUOTA
 */
public record LeaseData(
    LocalDate signedOn,
    Boolean wasTenantOfLandlord,
    String collectiveAgreement,
    String daloStatus,
    String quota) {}
