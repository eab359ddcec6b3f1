package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.HouseholdActs.DESK;
import static fr.toitcommun.ear.HouseholdActs.TODAY;
import static fr.toitcommun.ear.HouseholdActs.open;

import fr.toitcommun.ejb.registration.Cancellations;
import fr.toitcommun.ejb.registration.MergeOrder;
import fr.toitcommun.ejb.registration.Merging;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.DemandForm;
import java.time.LocalDate;

/** Inside the server: two demands of one person, the set they are in, and how they are merged. */
final class DuplicateActs {
  static final String MANAGER = "gestionnaire";

  private DuplicateActs() {}

  /** Two demands of one person, the first the older, and the set they are in. */
  record Pair(String surname, String first, String second, long set) {}

  static Pair pair() throws Exception {
    String surname = InventedName.next();
    String first = register(surname, 200, "44109", "44143");
    String second = register(surname, 10, "44143");
    JobActs.run("DUPLICATE_SWEEP", LocalDate.now());
    return new Pair(surname, first, second, setOf(first));
  }

  static String register(String surname, int daysAgo, String... wishes) throws Exception {
    DemandForm form = Acts.form(surname, wishes);
    form.setDepositDate(TODAY.minusDays(daysAgo));
    form.getContact().setCity(daysAgo > 100 ? "Nantes" : "Rezé");
    return HouseholdActs.register(form);
  }

  static void cancel(String number) throws Exception {
    int version = open(number).version();
    Cancellation renounced = new Cancellation(CancellationReason.RADABA, null, null, null);
    AsAgent.call(
        DESK, () -> run(() -> Acts.of(Cancellations.class).cancel(number, version, renounced)));
  }

  static MergeOrder order(Pair pair, String survivor, String merged) throws Exception {
    return new MergeOrder(
        pair.set(),
        survivor,
        open(survivor).version(),
        merged,
        open(merged).version(),
        "Même pièce");
  }

  static long setOf(String number) {
    return Acts.count(
        "select max(s.id) from duplicate_set s join duplicate_member m on m.set_id = s.id join"
            + " demand d on d.id = m.demand_id where d.unique_number = ? and s.state = 'OPEN'",
        number);
  }

  static long openSets(String number) {
    return Acts.count(
        "select count(*) from duplicate_set s join duplicate_member m on m.set_id = s.id join"
            + " demand d on d.id = m.demand_id where d.unique_number = ? and s.state = 'OPEN'",
        number);
  }

  static String status(String number) {
    return Acts.text("select status from demand where unique_number = '" + number + "'");
  }

  static Merging merging() {
    return Acts.of(Merging.class);
  }
}
