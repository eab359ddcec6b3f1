package fr.toitcommun.persistence.registration.priority;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who recognises what (L.441-1, L.441-2-3, R.441-2-15): the State alone records a DALO; the State,
 * landlords, reservation holders and the Département recognise grounds; those who sign a collective
 * agreement say who is of it; a reservation holder says who may have a dwelling of its contingent.
 */
public final class Certifiers {
  private static final Set<PartnerKind> OF_GROUNDS =
      Set.of(
          PartnerKind.STATE,
          PartnerKind.LANDLORD,
          PartnerKind.DEPARTMENT,
          PartnerKind.LOCAL_AUTHORITY,
          PartnerKind.ACTION_LOGEMENT);
  private static final Map<String, Set<PartnerKind>> OF_CODES =
      Map.of(
          "ACD", Set.of(PartnerKind.STATE, PartnerKind.DEPARTMENT),
          "ACI", Set.of(PartnerKind.STATE, PartnerKind.LOCAL_AUTHORITY),
          "COLTER", Set.of(PartnerKind.LOCAL_AUTHORITY, PartnerKind.DEPARTMENT),
          "COLACT", Set.of(PartnerKind.ACTION_LOGEMENT),
          "PPRIOR", Set.of(PartnerKind.STATE),
          "PFONCT", Set.of(PartnerKind.STATE),
          "AUTRES", Set.of(PartnerKind.LANDLORD, PartnerKind.DEPARTMENT));

  private static final List<String> AGREEMENTS = List.of("ACD", "ACI");
  private static final List<String> QUOTAS =
      List.of("COLTER", "COLACT", "PPRIOR", "PFONCT", "AUTRES");

  private Certifiers() {}

  /** The codes that labels of a kind may have, in their order. */
  public static List<String> codes(LabelKind kind) {
    return switch (kind) {
      case GROUND -> List.of(PriorityGround.values()).stream().map(Enum::name).toList();
      case AGREEMENT -> AGREEMENTS;
      case QUOTA -> QUOTAS;
    };
  }

  /** Whether partners of this kind certify that label. */
  public static boolean may(PartnerKind partner, LabelKind kind, String code) {
    if (kind == LabelKind.GROUND) {
      return PriorityGround.DALO.name().equals(code)
          ? partner == PartnerKind.STATE
          : OF_GROUNDS.contains(partner);
    }
    return OF_CODES.getOrDefault(code, Set.of()).contains(partner);
  }
}
