package fr.toitcommun.persistence.partner;

/** Kinds of partner of the shared file (R.441-2-1 and R.441-2-6; code list PARTNER_KIND). */
public enum PartnerKind {
  LANDLORD,
  STATE,
  DEPARTMENT,
  /** A municipality or an EPCI. */
  LOCAL_AUTHORITY,
  ACTION_LOGEMENT,
  /** ADIL: statistics only. */
  INFORMATION_AGENCY,
  FILE_MANAGER
}
