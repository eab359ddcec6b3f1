package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A session of an allocation commission (L.441-2, R.441-3, R.441-9): its agenda, those convened,
 * its decisions. Once closed it is never changed.
 */
@Entity
@Table(name = "commission_session")
public class CommissionSession {
  /** Where a session stands. */
  public enum Status {
    PLANNED,
    CLOSED
  }

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "commission_session")
  @SequenceGenerator(
      name = "commission_session",
      sequenceName = "commission_session_seq",
      allocationSize = 50)
  private Long id;

  @Version private int version;

  @Column(name = "commission_id")
  private long commissionId;

  @Column(name = "held_at")
  private LocalDateTime heldAt;

  private String place;

  @Enumerated(EnumType.STRING)
  private Status status;

  @Column(name = "closed_at")
  private OffsetDateTime closedAt;

  @Column(name = "vote_opens_at")
  private LocalDateTime voteOpensAt;

  @Column(name = "vote_closes_at")
  private LocalDateTime voteClosesAt;

  @Column(name = "paper_minutes")
  private boolean paperMinutes;

  /** Changes of the list of who is convened: they are the session's, and count in its version. */
  @Column(name = "list_changes")
  private int listChanges;

  @OneToMany(mappedBy = "session", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<CommissionItem> items = new ArrayList<>();

  @OneToMany(mappedBy = "session", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("position")
  private List<SessionAttendee> attendees = new ArrayList<>();

  /** For the persistence provider. */
  protected CommissionSession() {}

  /** Plans a session of a commission. */
  public CommissionSession(long commissionId, LocalDateTime heldAt, String place) {
    this.commissionId = commissionId;
    this.heldAt = heldAt;
    this.place = place;
    this.status = Status.PLANNED;
  }

  /**
   * Moves it to another date or place. Decisions already recorded take the new date; on a day to
   * come nobody is present yet.
   *
   * @return the candidates whose decision now bears another date
   * @throws RefusedInput when it is closed, or decided already and moved to a day to come
   */
  public List<ItemCandidate> reschedule(LocalDateTime newHeldAt, String newPlace, LocalDate today) {
    requirePlanned();
    boolean toCome = newHeldAt.toLocalDate().isAfter(today);
    List<ItemCandidate> decided =
        items.stream()
            .flatMap(item -> item.candidates().stream())
            .filter(candidate -> candidate.decision() != null)
            .toList();
    if (toCome && !decided.isEmpty()) {
      throw RefusedInput.at("heldAt", "DECIDED_SESSION_TO_COME");
    }
    if (voteClosesAt != null && voteClosesAt.isAfter(newHeldAt)) {
      throw RefusedInput.at("heldAt", "VOTE_AFTER_SESSION", newHeldAt.toLocalDate());
    }
    boolean sameDay = heldOn().equals(newHeldAt.toLocalDate());
    heldAt = newHeldAt;
    place = newPlace;
    if (toCome) {
      attendees.forEach(SessionAttendee::awaitDay);
    }
    return sameDay
        ? List.of()
        : decided.stream().filter(candidate -> candidate.redate(heldOn())).toList();
  }

  /**
   * Puts a vacant dwelling on the agenda.
   *
   * @throws RefusedInput when it is no longer to let or already on this agenda
   */
  public CommissionItem add(Vacancy vacancy) {
    requirePlanned();
    vacancy.requireOpen();
    if (items.stream().anyMatch(item -> item.vacancy().equals(vacancy))) {
      throw RefusedInput.because("DWELLING_ALREADY_ON_AGENDA");
    }
    CommissionItem item = new CommissionItem(this, items.size() + 1, vacancy);
    items.add(item);
    return item;
  }

  /** Takes a dwelling off the agenda; its candidates are open proposals again. */
  public void remove(CommissionItem item) {
    requirePlanned();
    item.clear();
    items.remove(item);
    renumber();
  }

  /** Moves a dwelling up (negative) or down the agenda. */
  public void move(CommissionItem item, int by) {
    requirePlanned();
    int from = items.indexOf(item);
    int to = Math.max(0, Math.min(items.size() - 1, from + by));
    items.remove(from);
    items.add(to, item);
    renumber();
  }

  private void renumber() {
    for (int i = 0; i < items.size(); i++) {
      items.get(i).moveTo(i + 1);
    }
  }

  /** Brings a proposal before the commission as a candidate of this dwelling. */
  public ItemCandidate addCandidate(CommissionItem item, Proposal proposal) {
    requirePlanned();
    return item.add(proposal);
  }

  /** Takes a candidate off before any decision. */
  public void removeCandidate(ItemCandidate candidate) {
    requirePlanned();
    candidate.item().remove(candidate);
  }

  /** Moves a candidate up (negative) or down in the order of examination. */
  public void moveCandidate(ItemCandidate candidate, int by) {
    requirePlanned();
    candidate.item().move(candidate, by);
  }

  /** States why fewer than three demands are examined for a dwelling (R.441-3). */
  public void except(CommissionItem item, CandidateException why, String detail) {
    requirePlanned();
    item.except(why, detail);
  }

  /**
   * Those convened, as a whole list: capacity, voice and attendance.
   *
   * @throws RefusedInput when it is closed, someone is said to be present before the day, or to
   *     have voted from afar though no recorded vote says so
   */
  public void convene(List<AttendeeForm> people, LocalDate today) {
    requirePlanned();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < people.size(); i++) {
      if (heldOn().isAfter(today)
          && SessionAttendee.Attendance.PRESENT.name().equals(people.get(i).getAttendance())) {
        faults.add(Fault.at("attendees[" + i + "].attendance", "PRESENT_BEFORE_SESSION", heldOn()));
      }
      AttendeeForm person = people.get(i);
      if (SessionAttendee.Attendance.REMOTE.name().equals(person.getAttendance())
          && attendees.stream().noneMatch(one -> one.isRemote() && one.is(person))) {
        faults.add(Fault.at("attendees[" + i + "].attendance", "NOT_VOTED_FROM_AFAR"));
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
    // Whoever stays keeps their identity: their letter and their votes hang on it.
    List<SessionAttendee> known = new ArrayList<>(attendees);
    List<SessionAttendee> added = new ArrayList<>();
    int position = 0;
    for (AttendeeForm person : people) {
      position++;
      Optional<SessionAttendee> same = known.stream().filter(one -> one.is(person)).findFirst();
      if (same.isPresent()) {
        same.get().change(position, person);
        known.remove(same.get());
      } else {
        added.add(new SessionAttendee(this, position, person));
      }
    }
    attendees.removeAll(known);
    attendees.addAll(added);
    listChanges++;
  }

  /** Convenes someone more, unless they stand on the list already. */
  public void invite(AttendeeForm person) {
    requirePlanned();
    if (attendees.stream().noneMatch(one -> one.is(person))) {
      attendees.add(new SessionAttendee(this, attendees.size() + 1, person));
      listChanges++;
    }
  }

  /**
   * Has members vote from afar between two moments; both null: no longer.
   *
   * @throws RefusedInput when the period is empty, over, or ends after the day of the session
   */
  public void voteBetween(LocalDateTime opensAt, LocalDateTime closesAt, LocalDateTime now) {
    requirePlanned();
    if (opensAt != null || closesAt != null) {
      if (opensAt == null || closesAt == null) {
        throw RefusedInput.at(opensAt == null ? "opensOn" : "closesOn", "REQUIRED");
      }
      if (!closesAt.isAfter(opensAt) || !closesAt.isAfter(now)) {
        throw RefusedInput.at("closesOn", "VOTE_PERIOD_EMPTY");
      }
      if (closesAt.isAfter(heldAt)) {
        throw RefusedInput.at("closesOn", "VOTE_AFTER_SESSION", heldAt.toLocalDate());
      }
    }
    voteOpensAt = opensAt;
    voteClosesAt = closesAt;
  }

  /**
   * Makes sure that its vote from afar may still be arranged: once it is over and known, another
   * period would be another vote.
   *
   * @param voted whether anybody has cast a vote
   * @throws RefusedInput when the votes are known
   */
  public void requireVoteUnknown(LocalDateTime now, boolean voted) {
    if (voteHeld(now, voted)) {
      throw RefusedInput.because("VOTE_HELD");
    }
  }

  /**
   * Whether its vote from afar is over and known.
   *
   * @param voted whether anybody has cast a vote
   */
  public boolean voteHeld(LocalDateTime now, boolean voted) {
    return voted && voteOver(now);
  }

  /** Whether members vote from afar at this moment, local time. */
  public boolean votesAt(LocalDateTime now) {
    return !isClosed()
        && voteOpensAt != null
        && !now.isBefore(voteOpensAt)
        && now.isBefore(voteClosesAt);
  }

  /** Whether a vote from afar was held and is over at this moment. */
  public boolean voteOver(LocalDateTime now) {
    return voteClosesAt != null && !now.isBefore(voteClosesAt);
  }

  /** Those who voted from afar took part. */
  public void voted(Collection<Long> attendeeIds) {
    requirePlanned();
    attendees.stream()
        .filter(one -> attendeeIds.contains(one.id()))
        .forEach(SessionAttendee::votedFromAfar);
    listChanges++;
  }

  /**
   * Makes sure that its minutes may be signed by this person.
   *
   * @throws RefusedInput when it is not closed, was signed by hand, the signer did not sit with a
   *     deliberative voice, or is not the president who took part
   */
  public void requireMaySign(String signer) {
    if (!isClosed()) {
      throw RefusedInput.because("SESSION_NOT_CLOSED");
    }
    if (paperMinutes) {
      throw RefusedInput.because("SIGNED_BY_HAND");
    }
    if (attendees.stream().noneMatch(one -> one.maySign(signer))) {
      throw RefusedInput.at("signer", "SIGNER_DID_NOT_SIT");
    }
    if (attendees.stream().anyMatch(SessionAttendee::presided)
        && attendees.stream().noneMatch(one -> one.presided() && one.maySign(signer))) {
      throw RefusedInput.at("signer", "PRESIDENT_SIGNS");
    }
  }

  /**
   * Records the decision on a candidate.
   *
   * @throws RefusedInput when the session is closed or its day has not come, fewer than {@code
   *     minimum} demands are examined without exception, or the decision lacks what it needs
   */
  public void decide(ItemCandidate candidate, DecisionForm form, LocalDate today, int minimum) {
    requirePlanned();
    requireHeld(today);
    candidate.item().decide(candidate, form, heldOn(), minimum);
  }

  /**
   * Closes the session: decisions are final and minutes may be signed.
   *
   * @param minimum demands to examine for each dwelling
   * @param quorum deliberative members who must take part (internal rules)
   * @param sits who sits for which dwelling, and voted on it if they took part from afar: a mayor
   *     counts for the dwellings of their municipality alone (L.441-2)
   * @throws RefusedInput when the day has not come, the quorum is not reached for each dwelling, a
   *     candidate is undecided or ranks have holes
   */
  public void close(
      Instant at,
      LocalDate today,
      int minimum,
      int quorum,
      BiPredicate<CommissionItem, SessionAttendee> sits) {
    requirePlanned();
    requireHeld(today);
    if (items.isEmpty()) {
      throw RefusedInput.because("EMPTY_AGENDA");
    }
    for (CommissionItem item : items) {
      long voices =
          attendees.stream().filter(one -> one.countsForQuorum() && sits.test(item, one)).count();
      if (voices < quorum) {
        throw RefusedInput.because("NO_QUORUM", voices, quorum, item.position());
      }
    }
    for (CommissionItem item : items) {
      item.requireEnoughCandidates(minimum);
      item.requireComplete();
    }
    status = Status.CLOSED;
    closedAt = at.atOffset(ZoneOffset.UTC);
  }

  private void requireHeld(LocalDate today) {
    if (heldOn().isAfter(today)) {
      throw RefusedInput.because("SESSION_NOT_YET_HELD", heldOn());
    }
  }

  private void requirePlanned() {
    if (isClosed()) {
      throw RefusedInput.because("SESSION_CLOSED");
    }
  }

  /** Whether decisions are final. */
  public boolean isClosed() {
    return status == Status.CLOSED;
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }

  /** Counts its changes, and those of the list of who is convened. */
  public int version() {
    return version;
  }

  /** The commission. */
  public long commissionId() {
    return commissionId;
  }

  /** When it is held, local time. */
  public LocalDateTime heldAt() {
    return heldAt;
  }

  /** The day it is held. */
  public LocalDate heldOn() {
    return heldAt.toLocalDate();
  }

  /** Dwellings in the order of the agenda. */
  public List<CommissionItem> items() {
    return List.copyOf(items);
  }
}
