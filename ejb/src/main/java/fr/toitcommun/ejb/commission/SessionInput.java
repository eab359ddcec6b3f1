package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.DecisionForm;
import fr.toitcommun.persistence.commission.MemberForm;
import fr.toitcommun.persistence.commission.SessionAttendee;
import fr.toitcommun.persistence.commission.SessionForm;
import fr.toitcommun.persistence.commission.StandingMember;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Checks what is typed around a session before any of it is taken over. */
@Dependent
public class SessionInput {
  private static final int LONGEST = 1000;
  private static final int MOST_ATTENDEES = 40;
  private static final int MOST_WEEKS = 8;
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,180}\\.[^@\\s.]{2,20}");

  @Inject private References references;
  @Inject private Clock clock;

  void check(SessionForm form) {
    List<Fault> faults = new ArrayList<>();
    LocalDate today = LocalDate.now(clock);
    if (form.getHeldAt() == null) {
      faults.add(Fault.at("heldAt", "REQUIRED"));
    } else if (form.getHeldAt().toLocalDate().isBefore(today.minusDays(31))
        || form.getHeldAt().toLocalDate().isAfter(today.plusYears(1))) {
      faults.add(Fault.at("heldAt", "DATE_OUT_OF_RANGE", today.minusDays(31), today.plusYears(1)));
    }
    required("place", form.getPlace(), faults);
    refuse(faults);
  }

  /** A day to come, within a year. */
  void checkDay(String field, LocalDate day) {
    LocalDate today = LocalDate.now(clock);
    if (day == null) {
      throw RefusedInput.at(field, "REQUIRED");
    }
    if (day.isBefore(today) || day.isAfter(today.plusYears(1))) {
      throw RefusedInput.at(field, "DATE_OUT_OF_RANGE", today, today.plusYears(1));
    }
  }

  void checkSeries(SessionForm form, Integer everyWeeks, LocalDate until) {
    List<Fault> faults = new ArrayList<>();
    LocalDate first = form.getHeldAt().toLocalDate();
    if (everyWeeks == null || everyWeeks < 1 || everyWeeks > MOST_WEEKS) {
      faults.add(Fault.at("everyWeeks", "OUT_OF_RANGE", 1, MOST_WEEKS));
    }
    LocalDate latest = LocalDate.now(clock).plusYears(1);
    if (until == null || until.isBefore(first) || until.isAfter(latest)) {
      faults.add(Fault.at("until", "DATE_OUT_OF_RANGE", first, latest));
    }
    refuse(faults);
  }

  /** A standing member; their account is looked up by the boundary. */
  void check(MemberForm member) {
    List<Fault> faults = new ArrayList<>();
    required("member_name", member.getName(), faults);
    text("member_substitute", member.getSubstitute(), faults);
    code("member_capacity", "ATTENDEE_CAPACITY", member.getCapacity(), faults);
    oneOf("member_voice", member.getVoice(), SessionAttendee.Voice.values(), faults);
    email("member_email", member.getEmail(), faults);
    if (member.getValidFrom() == null) {
      faults.add(Fault.at("member_validFrom", "REQUIRED"));
    } else if (member.getValidTo() != null && member.getValidTo().isBefore(member.getValidFrom())) {
      faults.add(Fault.at("member_validTo", "END_BEFORE_BEGINNING", member.getValidFrom()));
    }
    concern("member_concerns", member.getCapacity(), member.getConcerns(), faults);
    if (member.isCastingVote()
        && !StandingMember.mayCast(member.getCapacity(), member.getVoice())) {
      faults.add(Fault.at("member_castingVote", "MAYOR_CASTS"));
    }
    refuse(faults);
  }

  /** For which dwellings: some capacities sit for some only (L.441-2). */
  private void concern(String path, String capacity, String concerns, List<Fault> faults) {
    if (concerns == null) {
      if (StandingMember.sitsForSome(capacity)) {
        faults.add(Fault.at(path, "REQUIRED"));
      }
    } else if (!isConcern(capacity == null ? "" : capacity, concerns)) {
      faults.add(Fault.at(path, "UNKNOWN_CONCERN"));
    }
  }

  private boolean isConcern(String capacity, String code) {
    boolean municipality = references.current().municipality(code).isPresent();
    boolean departement = references.current().departements().containsKey(code);
    boolean epci = references.current().epcis().containsKey(code);
    boolean quota = references.current().isKnown("QUOTA", code);
    return switch (capacity) {
      case "MAYOR" -> municipality;
      case "STATE_REPRESENTATIVE", "DEPARTMENT" -> departement;
      case "EPCI_PRESIDENT" -> epci;
      case "RESERVATION_HOLDER" -> quota;
      default -> municipality || departement || epci || quota;
    };
  }

  void checkName(String field, String value) {
    List<Fault> faults = new ArrayList<>();
    required(field, value, faults);
    refuse(faults);
  }

  void check(List<AttendeeForm> attendees) {
    List<Fault> faults = new ArrayList<>();
    if (attendees.size() > MOST_ATTENDEES) {
      faults.add(Fault.at("attendees", "TOO_MANY", MOST_ATTENDEES));
    }
    for (int i = 0; i < attendees.size(); i++) {
      String path = "attendees[" + i + "].";
      AttendeeForm attendee = attendees.get(i);
      required(path + "name", attendee.getName(), faults);
      email(path + "email", attendee.getEmail(), faults);
      code(path + "capacity", "ATTENDEE_CAPACITY", attendee.getCapacity(), faults);
      oneOf(path + "voice", attendee.getVoice(), SessionAttendee.Voice.values(), faults);
      oneOf(
          path + "attendance",
          attendee.getAttendance(),
          SessionAttendee.Attendance.values(),
          faults);
      concern(path + "concerns", attendee.getCapacity(), attendee.getConcerns(), faults);
      casting(path + "castingVote", attendee, attendees.subList(0, i), faults);
    }
    refuse(faults);
  }

  /** Only a mayor decides a tie, and of each municipality one alone (L.441-2). */
  private static void casting(
      String path, AttendeeForm attendee, List<AttendeeForm> before, List<Fault> faults) {
    if (!attendee.isCastingVote()) {
      return;
    }
    if (!StandingMember.mayCast(attendee.getCapacity(), attendee.getVoice())) {
      faults.add(Fault.at(path, "MAYOR_CASTS"));
    } else if (before.stream()
        .anyMatch(
            one ->
                one.isCastingVote() && Objects.equals(one.getConcerns(), attendee.getConcerns()))) {
      faults.add(Fault.at(path, "CASTS_TWICE"));
    }
  }

  void check(DecisionForm form) {
    List<Fault> faults = new ArrayList<>();
    text("conditionText", form.conditionText(), faults);
    text("motiveDetail", form.motiveDetail(), faults);
    if (form.decision() == Decision.NON_ALLOCATION && form.motive() != null) {
      code("motive", "NON_ALLOCATION_MOTIVE", form.motive(), faults);
      form.otherMotives()
          .forEach(code -> code("furtherMotives", "NON_ALLOCATION_MOTIVE", code, faults));
    }
    refuse(faults);
  }

  void checkText(String field, String value) {
    List<Fault> faults = new ArrayList<>();
    text(field, value, faults);
    refuse(faults);
  }

  private static void email(String path, String value, List<Fault> faults) {
    if (value != null && !EMAIL.matcher(value).matches()) {
      faults.add(Fault.at(path, "EMAIL_FORMAT"));
    }
  }

  private void code(String path, String list, String code, List<Fault> faults) {
    if (code == null) {
      faults.add(Fault.at(path, "REQUIRED"));
    } else if (!references.current().isValid(list, code, LocalDate.now(clock))) {
      faults.add(Fault.at(path, "UNKNOWN_CODE", code.substring(0, Math.min(20, code.length()))));
    }
  }

  private static void oneOf(String path, String value, Enum<?>[] known, List<Fault> faults) {
    if (Arrays.stream(known).noneMatch(one -> one.name().equals(value))) {
      faults.add(Fault.at(path, value == null ? "REQUIRED" : "UNKNOWN_CODE", ""));
    }
  }

  private static void required(String path, String value, List<Fault> faults) {
    if (value == null || value.isBlank()) {
      faults.add(Fault.at(path, "REQUIRED"));
    } else {
      text(path, value, faults);
    }
  }

  private static void text(String path, String value, List<Fault> faults) {
    if (value != null && value.length() > LONGEST) {
      faults.add(Fault.at(path, "TOO_LONG", LONGEST));
    } else if (!PlainText.allows(value)) {
      faults.add(Fault.at(path, "ILLEGAL_CHARACTERS"));
    }
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
  }
}
