package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.ItemCandidate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A vacant dwelling, those it was proposed to, and the session that examined them. */
final class Offer {
  /** What came of a dwelling proposed to one demand. */
  static final class Candidacy {
    final Life life;
    final LocalDate made;
    ProposalStatus status = ProposalStatus.OPEN;
    LocalDate accepted;
    LocalDate closed;
    String refusalMotive;
    Decision decision;
    Integer rank;
    String motive;
    LocalDate conditionDeadline;
    LocalDate conditionMet;

    Candidacy(Life life, LocalDate made) {
      this.life = life;
      this.made = made;
    }

    /** Whether it went before the commission. */
    boolean examined() {
      return ItemCandidate.isExamined(decision, status);
    }

    Candidacy decided(Decision decided, Integer order, LocalDate held) {
      decision = decided;
      rank = order;
      status = decided.status();
      if (!status.isAllocation()) {
        closed = held;
      }
      return this;
    }
  }

  final Flat flat;
  final List<Candidacy> candidacies = new ArrayList<>();

  /** Day of the session; null when the dwelling is on no agenda. */
  LocalDate held;

  /** Who took it, and when the lease was signed; null while it is to let. */
  Life tenant;

  LocalDate signed;
  String exception = "NONE";

  Offer(Flat flat) {
    this.flat = flat;
  }

  Candidacy propose(Life life, LocalDate made) {
    Candidacy candidacy = new Candidacy(life, made);
    candidacies.add(candidacy);
    return candidacy;
  }

  /** Everyone it was proposed to. */
  List<Life> lives() {
    List<Life> lives = new ArrayList<>();
    candidacies.forEach(candidacy -> lives.add(candidacy.life));
    return lives;
  }

  long examined() {
    return candidacies.stream().filter(Candidacy::examined).count();
  }

  /** States the exception that fewer than three candidates need (R.441-3). */
  void except() {
    if (held != null && examined() < 3) {
      exception = flat.adaptedPlai ? "ADAPTED_PLAI" : "TOO_FEW_CANDIDATES";
    }
  }
}
