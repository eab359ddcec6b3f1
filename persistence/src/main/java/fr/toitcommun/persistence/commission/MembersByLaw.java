package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.Municipality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Whom the law puts on a commission for the dwellings of an agenda (L.441-2, R.441-9): six members
 * of the landlord, one of them for the tenants; the mayor of each municipality, with a casting
 * vote; the State in each département; the president of each EPCI; with advisory voice a body of
 * insertion and the reservation holders of the quotas concerned: whoever a dwelling was offered to,
 * by name. Names of offices, to be replaced by names of persons.
 */
public final class MembersByLaw {
  private static final int LANDLORD_MEMBERS = 5;

  /** Between an office and its municipality or partner. */
  private static final String OF = " – ";

  private static final Pattern PLACE = Pattern.compile(" – |\\(");

  /** A contingent, and whose it is where that is known. */
  private record Contingent(String quota, Long holderId, String holder) {
    static Contingent of(VacancyRow dwelling) {
      return dwelling.offer() == null
          ? new Contingent(dwelling.quota(), null, null)
          : new Contingent(
              dwelling.quota(), dwelling.offer().holderId(), dwelling.offer().holder());
    }

    AttendeeForm member(Reference reference) {
      String label = reference.label("QUOTA", quota, Locale.FRENCH);
      AttendeeForm member =
          MembersByLaw.member(
              "Réservataire" + OF + (holder == null ? label : label + " (" + holder + ")"),
              "RESERVATION_HOLDER",
              false);
      member.setConcerns(quota);
      member.setPartnerId(holderId);
      return member;
    }
  }

  private MembersByLaw() {}

  /** The members for this session, all still only convened. */
  public static List<AttendeeForm> of(SessionDetail session, Reference reference) {
    List<AttendeeForm> members = new ArrayList<>();
    List<VacancyRow> dwellings = session.items().stream().map(SessionDetail.Item::vacancy).toList();
    for (int i = 1; i <= LANDLORD_MEMBERS; i++) {
      members.add(member("Membre désigné n° " + i, "LANDLORD_MEMBER", true));
    }
    members.add(member("Représentant des locataires", "TENANTS_REPRESENTATIVE", true));
    List<Municipality> places =
        dwellings.stream()
            .map(VacancyRow::municipalityCode)
            .distinct()
            .map(code -> reference.municipality(code).orElseThrow())
            .toList();
    for (Municipality place : places) {
      AttendeeForm mayor = member("Maire" + OF + place.name(), "MAYOR", true);
      mayor.setCastingVote(true);
      mayor.setConcerns(place.code());
      members.add(mayor);
    }
    dwellings.stream()
        .map(VacancyRow::departementCode)
        .distinct()
        .forEach(
            code -> {
              AttendeeForm state = member("Préfecture" + OF + code, "STATE_REPRESENTATIVE", true);
              state.setConcerns(code);
              members.add(state);
            });
    Map<String, String> epcis = new LinkedHashMap<>();
    places.stream()
        .filter(place -> place.epciSiren() != null)
        .forEach(place -> epcis.put(place.epciSiren(), place.epciName()));
    epcis.forEach(
        (siren, name) -> {
          AttendeeForm president = member("Présidence" + OF + name, "EPCI_PRESIDENT", true);
          president.setConcerns(siren);
          members.add(president);
        });
    members.add(member("Organisme agréé d’insertion", "INSERTION_BODY", false));
    dwellings.stream()
        .filter(dwelling -> dwelling.quota() != null && !"AUCUN".equals(dwelling.quota()))
        .map(Contingent::of)
        .distinct()
        .forEach(contingent -> members.add(contingent.member(reference)));
    return members;
  }

  /**
   * Those of them who are not on a list yet, be it under the name that has replaced an office: each
   * person of the list stands for one member at most.
   */
  public static List<AttendeeForm> lacking(List<AttendeeForm> members, List<AttendeeForm> listed) {
    List<AttendeeForm> lacking = new ArrayList<>(members);
    List<AttendeeForm> free = new ArrayList<>(listed);
    lacking.removeIf(member -> take(free, one -> member.getName().equals(one.getName())));
    lacking.removeIf(member -> take(free, one -> sitsAs(one, member) && sitsForSame(one, member)));
    lacking.removeIf(
        member ->
            take(
                free,
                one -> sitsAs(one, member) && isOf(one, member) && ofSamePartner(one, member)));
    lacking.removeIf(
        member ->
            take(
                free,
                one -> sitsAs(one, member) && one.getConcerns() == null && !namesAPlace(one)));
    return lacking;
  }

  private static boolean take(List<AttendeeForm> free, Predicate<AttendeeForm> meant) {
    Optional<AttendeeForm> found = free.stream().filter(meant).findFirst();
    found.ifPresent(free::remove);
    return found.isPresent();
  }

  private static boolean sitsAs(AttendeeForm one, AttendeeForm member) {
    return Objects.equals(one.getCapacity(), member.getCapacity());
  }

  private static boolean sitsForSame(AttendeeForm one, AttendeeForm member) {
    return member.getConcerns() != null
        && member.getConcerns().equals(one.getConcerns())
        && ofSamePartner(one, member);
  }

  /** One holder of a contingent does not stand for another. */
  private static boolean ofSamePartner(AttendeeForm one, AttendeeForm member) {
    return member.getPartnerId() == null || member.getPartnerId().equals(one.getPartnerId());
  }

  /** Such as the mayor of a municipality, who does not stand for that of another. */
  private static boolean namesAPlace(AttendeeForm one) {
    return one.getName() != null && PLACE.matcher(one.getName()).find();
  }

  /** Whether someone is of the municipality or partner that an office names after its dash. */
  private static boolean isOf(AttendeeForm one, AttendeeForm member) {
    String[] office = member.getName().split(OF, 2);
    return office.length == 2 && one.getName() != null && one.getName().contains(office[1]);
  }

  private static AttendeeForm member(String name, String capacity, boolean deliberative) {
    AttendeeForm member = new AttendeeForm();
    member.setName(name);
    member.setCapacity(capacity);
    member.setVoice(
        (deliberative ? SessionAttendee.Voice.DELIBERATIVE : SessionAttendee.Voice.ADVISORY)
            .name());
    return member;
  }
}
