package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.allocation.Dwelling;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandCalendar;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.Forms;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.UniqueNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What sessions are tried on: dwellings, candidates and members that no database knows. */
final class SessionCases {
  static final LocalDate HELD = LocalDate.of(2026, 11, 23);
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private SessionCases() {}

  static CommissionSession session() {
    return new CommissionSession(1, HELD.atTime(9, 30), "Salle du conseil");
  }

  static DwellingForm dwelling() {
    DwellingForm form = new DwellingForm();
    form.setInternalReference("A1");
    form.setMunicipalityCode("44109");
    form.setAddress("1 rue Haute");
    form.setType("T3");
    form.setScheme("PLUS");
    form.setSurface(62);
    form.setMainRent(420);
    form.setCharges(60);
    return form;
  }

  static Vacancy vacancy() {
    return vacancy(dwelling(), "AUCUN");
  }

  static Vacancy vacancy(DwellingForm dwelling, String quota) {
    return new Vacancy(new Dwelling(1, dwelling), HELD, HELD, quota);
  }

  /** A proposal to a demand of its own. */
  static Proposal proposal(Vacancy vacancy) {
    return proposal(vacancy, demand());
  }

  static Proposal proposal(Vacancy vacancy, Demand demand) {
    return new Proposal(vacancy, demand, HELD.minusDays(20), 10, 1);
  }

  /** An active demand with this state of the enforceable right to housing. */
  static Demand demand(String dalo) {
    UniqueNumber number = number();
    return new Demand() {
      @Override
      public String daloStatus() {
        return dalo;
      }

      @Override
      public UniqueNumber uniqueNumber() {
        return number;
      }

      @Override
      public void requireActive() {
        // It is.
      }
    };
  }

  private static UniqueNumber number() {
    return UniqueNumber.read("0440325%06dG4401".formatted(NUMBER.incrementAndGet()));
  }

  static Demand demand() {
    return Demand.register(
        number(),
        "44",
        1,
        Forms.alone(),
        LocalDate.of(2025, 3, 31),
        Instant.EPOCH,
        new DemandCalendar(12, 1, 13, 18, 1, 5),
        Forms.RULES);
  }

  static List<ItemCandidate> candidates(CommissionItem item, int count) {
    List<ItemCandidate> candidates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      candidates.add(item.session().addCandidate(item, proposal(item.vacancy())));
    }
    return candidates;
  }

  static AttendeeForm member(String name, String attendance) {
    AttendeeForm attendee = new AttendeeForm();
    attendee.setName(name);
    attendee.setCapacity("LANDLORD_MEMBER");
    attendee.setAttendance(attendance);
    return attendee;
  }

  /** Closes as if everybody sat for every dwelling. */
  static void close(CommissionSession session, int quorum) {
    session.close(Instant.EPOCH, HELD, 3, quorum, (item, one) -> true);
  }

  static DecisionForm form(Decision decision, Integer rank, String motive) {
    return new DecisionForm(decision, rank, null, null, motive, null);
  }

  static DecisionForm condition(Integer rank, String text, LocalDate deadline) {
    return new DecisionForm(Decision.CONDITIONAL_ALLOCATION, rank, text, deadline, null, null);
  }

  /** What an act is refused for. */
  static List<Fault> faults(ThrowingCallable act) {
    return catchThrowableOfType(RefusedInput.class, act).faults();
  }

  static List<String> codes(ThrowingCallable act) {
    return faults(act).stream().map(Fault::code).toList();
  }
}
