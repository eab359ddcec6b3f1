package fr.toitcommun.persistence.partner;

import java.util.Set;

/** Rights of agents: the container roles that boundaries ask for. */
public final class Right {
  /** Read demands by name, within the partner's scope (R.441-2-6). */
  public static final String CONSULT = "CONSULT";

  /** Register, modify, renew and cancel demands (R.441-2-1). */
  public static final String REGISTER = "REGISTER";

  /** Search applicants for a dwelling. */
  public static final String MATCH = "MATCH";

  /** Propose the partner's own dwellings. */
  public static final String PROPOSE = "PROPOSE";

  /** Designate candidates for dwellings that landlords put at the partner's disposal (R.441-5). */
  public static final String DESIGNATE = "DESIGNATE";

  /** Prepare the partner's commission and record its decisions (L.441-2). */
  public static final String DECIDE = "DECIDE";

  /**
   * Sit on a commission: open the dossier of a session one is convened to, and vote from afar while
   * it is open (L.441-2). The scope is the session, not the territory.
   */
  public static final String SIT = "SIT";

  /** Sign leases of the partner's own dwellings. */
  public static final String SIGN = "SIGN";

  /** See counters and statistics. */
  public static final String OBSERVE = "OBSERVE";

  /** Manage the file (R.441-2-5). */
  public static final String ADMINISTER = "ADMINISTER";

  /** Read the handicap complement of a demand (form section i; kept apart, for those who house). */
  public static final String HEALTH = "HEALTH";

  /** Open supporting documents on health, violence or justice. */
  public static final String SENSITIVE = "SENSITIVE";

  /**
   * Certify priorities: DALO, grounds of L.441-1, collective agreements, contingents, each as the
   * kind of partner may (L.441-1, R.441-2-15).
   */
  public static final String CERTIFY = "CERTIFY";

  /** Take lists out of the file: candidates and demands by name, rows of demands without. */
  public static final String EXTRACT = "EXTRACT";

  private Right() {}

  /**
   * The rights an agent of such a partner usually has.
   *
   * @param registering whether the partner is a registering service: others only see statistics
   *     (R.441-2-6)
   */
  public static Set<String> usual(PartnerKind kind, boolean registering) {
    if (!registering) {
      // A mayor sits on the commissions that let in the municipality, registering or not.
      return kind == PartnerKind.LOCAL_AUTHORITY ? Set.of(OBSERVE, SIT) : Set.of(OBSERVE);
    }
    return switch (kind) {
      case LANDLORD ->
          Set.of(
              CONSULT, REGISTER, MATCH, PROPOSE, DECIDE, SIT, SIGN, OBSERVE, HEALTH, SENSITIVE,
              EXTRACT, CERTIFY);
      case STATE ->
          Set.of(
              CONSULT, REGISTER, MATCH, SIT, DESIGNATE, OBSERVE, HEALTH, SENSITIVE, EXTRACT,
              CERTIFY);
      case DEPARTMENT -> Set.of(CONSULT, REGISTER, MATCH, SIT, DESIGNATE, OBSERVE, HEALTH, CERTIFY);
      case ACTION_LOGEMENT ->
          Set.of(CONSULT, REGISTER, MATCH, SIT, DESIGNATE, OBSERVE, EXTRACT, CERTIFY);
      case LOCAL_AUTHORITY -> Set.of(CONSULT, REGISTER, SIT, DESIGNATE, OBSERVE, CERTIFY);
      case INFORMATION_AGENCY -> Set.of(OBSERVE);
      case FILE_MANAGER -> Set.of(CONSULT, REGISTER, MATCH, OBSERVE, ADMINISTER, EXTRACT);
    };
  }
}
