package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.act;
import static fr.toitcommun.ear.ExtractActs.await;
import static fr.toitcommun.ear.ExtractActs.awaited;
import static fr.toitcommun.ear.ExtractActs.extracts;
import static fr.toitcommun.ear.ExtractActs.failure;
import static fr.toitcommun.ear.ExtractActs.prepared;
import static fr.toitcommun.ear.ExtractActs.wanted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.observatory.extract.ExtractDeliveries;
import fr.toitcommun.ejb.observatory.extract.Preparation;
import fr.toitcommun.persistence.observatory.extract.Delivery;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.ExtractRow;
import fr.toitcommun.persistence.observatory.extract.ExtractState;
import fr.toitcommun.persistence.observatory.extract.Rhythm;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.spi.CDI;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is delivered to a partner's folder, and what whoever may no longer have it loses. */
@ExtendWith(ArquillianExtension.class)
class ExtractDeliveriesIT {
  private static final String LANDLORD = "bailleur.nantes";
  private static final String OTHER = "bailleur.saint-nazaire";
  private static final String MANAGER = "gestionnaire";
  private static final String STATISTICS = "adil.44";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        ExtractDeliveriesIT.class,
        ExtractActs.class,
        JobActs.class,
        JobActs.Holder.class,
        Acts.class);
  }

  @Test
  void whoMovesToAnotherPartnerTakesNothingAlongAndGetsNothingMade() throws Exception {
    long id = prepared(LANDLORD, ExtractKind.LIVE, ExtractFormat.CSV);
    long partner = Acts.count("select partner_id from agent where login = ?", LANDLORD);
    long other = Acts.count("select partner_id from agent where login = ?", OTHER);
    try {
      move(LANDLORD, other);
      assertThatThrownBy(() -> AsAgent.call(LANDLORD, () -> extracts().take(id)))
          .isInstanceOf(NotInScope.class);
      assertThat(AsAgent.call(LANDLORD, () -> extracts().mine(0, 100)).rows())
          .extracting(ExtractRow::id)
          .doesNotContain(id);
      // Not begun before they moved.
      begun(id);
      assertThat(failure(id)).isEqualTo("NO_LONGER_ALLOWED");
    } finally {
      move(LANDLORD, partner);
    }
    act(LANDLORD, () -> extracts().delete(id));
  }

  private static long daily(ExtractKind kind) throws Exception {
    ExtractDeliveries deliveries = Acts.of(ExtractDeliveries.class);
    return AsAgent.call(
        OTHER, () -> deliveries.set(wanted(kind, ExtractFormat.CSV), Rhythm.DAY, null));
  }

  @Test
  void aDeliveryEndsWhenItsQuestionCanNoLongerBeAnswered() throws Exception {
    long delivery = daily(ExtractKind.TABLE);
    // A code that was known when it was set up, and is no more.
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update extract_delivery set next_on = current_date, content ="
                        + " jsonb_set(content, '{question}',"
                        + " '\"indicator=ACTIVE&f.TYPE=T99\"') where id = ?",
                    delivery));
    JobActs.run("DELIVERIES", LocalDate.now());
    CDI.current().select(Preparation.class).get().look();
    long id = Acts.count("select max(id) from extract where delivered");
    assertThat(failure(id)).isEqualTo("REFUSED");
    assertThat(Acts.count("select count(*) from extract_delivery where id = ?", delivery)).isZero();
  }

  /** Makes rows that were set up when places had other codes, and gives the extract. */
  private static long delivered(long delivery, String municipality) throws Exception {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update extract_delivery set next_on = current_date, content ="
                        + " jsonb_set(content, '{filters}', jsonb_build_object('MUNICIPALITY',"
                        + " jsonb_build_array(cast(? as text)))) where id = ?",
                    municipality,
                    delivery));
    JobActs.run("DELIVERIES", LocalDate.now());
    CDI.current().select(Preparation.class).get().look();
    return Acts.count("select max(id) from extract where delivered");
  }

  @Test
  void aDeliveryOfRowsEndsWhenAFilterNamesACodeThatIsNoMore() throws Exception {
    for (ExtractKind kind : List.of(ExtractKind.LIVE, ExtractKind.SNAPSHOT, ExtractKind.FACTS)) {
      long delivery = daily(kind);
      long id = delivered(delivery, "44999");
      assertThat(failure(id)).as("%s", kind).isEqualTo("REFUSED");
      assertThat(Acts.count("select count(*) from extract_delivery where id = ?", delivery))
          .as("%s", kind)
          .isZero();
    }
  }

  @Test
  void aMunicipalityThatBecamePartOfAnotherIsDeliveredAsTheOther() throws Exception {
    String former =
        Acts.text(
            "select m.old_code from municipality_merger m join observed_active a on a.place ="
                + " m.new_code where m.valid_to is null and a.departement_code = '44' group by 1"
                + " order by count(*) desc, 1 limit 1");
    String today =
        Acts.text("select new_code from municipality_merger where old_code = '" + former + "'");
    long delivery = daily(ExtractKind.LIVE);
    long id = delivered(delivery, former);
    assertThat(awaited(id)).isEqualTo("READY");
    assertThat(AsAgent.call(OTHER, () -> extracts().open(id)).rowsTotal())
        .isEqualTo(
            Acts.count(
                "select count(*) from observed_active where departement_code = '44' and place ="
                    + " ?",
                today))
        .isPositive();
    act(OTHER, () -> Acts.of(ExtractDeliveries.class).end(delivery));
    act(OTHER, () -> extracts().delete(id));
  }

  @Test
  void aDeliveryEndsWhenWhoSetItUpMayNoLongerHaveIt() throws Exception {
    long delivery = daily(ExtractKind.LIVE);
    Acts.database()
        .useHandle(
            handle -> {
              handle.execute(
                  "update extract_delivery set next_on = current_date where id = ?", delivery);
              handle.execute("update agent set active = false where login = ?", OTHER);
            });
    long id;
    try {
      JobActs.run("DELIVERIES", LocalDate.now());
      CDI.current().select(Preparation.class).get().look();
      id = Acts.count("select max(id) from extract where delivered");
      assertThat(failure(id)).isEqualTo("NO_LONGER_ALLOWED");
    } finally {
      Acts.database()
          .useHandle(
              handle -> handle.execute("update agent set active = true where login = ?", OTHER));
    }
    assertThat(Acts.count("select count(*) from extract_delivery where id = ?", delivery)).isZero();
    act(OTHER, () -> extracts().delete(id));
  }

  @Test
  void whatLiesInTheFolderIsNotDeletedByWhoMayNotTakeItOut() throws Exception {
    long partner = Acts.count("select partner_id from agent where login = ?", STATISTICS);
    long id =
        Acts.database()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "insert into extract (agent_id, partner_id, delivered, name, content,"
                                + " format, language, state, asked_at, expires_at, failure) select"
                                + " a.id, ?, true, 'folder',"
                                + " '{\"kind\":\"TABLE\",\"filters\":{},\"columns\":[]}', 'CSV',"
                                + " 'fr', 'FAILED', now(), now() + interval '1 day', 'FAULT' from"
                                + " agent a where a.login = ? returning id")
                        .bind(0, partner)
                        .bind(1, MANAGER)
                        .mapTo(Long.class)
                        .one());
    assertThatThrownBy(() -> act(STATISTICS, () -> extracts().delete(id)))
        .isInstanceOf(EJBAccessException.class);
    ExtractRow row = AsAgent.call(STATISTICS, () -> extracts().open(id));
    assertThat(AsAgent.call(STATISTICS, () -> extracts().mayEnd(row))).isFalse();
    Acts.database().useHandle(handle -> handle.execute("delete from extract where id = ?", id));
  }

  private static void move(String login, long partner) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute("update agent set partner_id = ? where login = ?", partner, login));
  }

  private static void begun(long id) {
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update extract set state = 'WAITING', storage_key = null, size = null where id"
                        + " = ?",
                    id));
    CDI.current().select(Preparation.class).get().look();
  }

  @Test
  void aDeliveryComesByNightIntoThePartnersFolderAndNobodyElses() throws Exception {
    ExtractDeliveries deliveries = Acts.of(ExtractDeliveries.class);
    long partner = Acts.count("select partner_id from agent where login = ?", OTHER);
    // Nobody but the manager delivers to others; and rows go to nobody who sees statistics only.
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    LANDLORD,
                    () ->
                        deliveries.set(
                            wanted(ExtractKind.TABLE, ExtractFormat.CSV), Rhythm.DAY, partner)))
        .isInstanceOf(EJBAccessException.class);
    long statistics = Acts.count("select partner_id from agent where login = ?", STATISTICS);
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    MANAGER,
                    () ->
                        deliveries.set(
                            wanted(ExtractKind.LIVE, ExtractFormat.CSV), Rhythm.DAY, statistics)))
        .isInstanceOf(EJBAccessException.class);
    long delivery =
        AsAgent.call(
            MANAGER,
            () -> deliveries.set(wanted(ExtractKind.LIVE, ExtractFormat.CSV), Rhythm.DAY, partner));
    assertThat(AsAgent.call(OTHER, () -> deliveries.list(0, 100)).rows())
        .extracting(Delivery::id)
        .contains(delivery);
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "update extract_delivery set next_on = current_date - 2 where id = ?",
                    delivery));
    JobActs.run("DELIVERIES", LocalDate.now());
    CDI.current().select(Preparation.class).get().look();
    long id = Acts.count("select id from extract where delivery_id = ?", delivery);
    ExtractRow row = await(OTHER, id);
    assertThat(row.state()).isEqualTo(ExtractState.READY);
    assertThat(
            Acts.count(
                "select count(*) from extract where id = ? and expires_at > now() + interval '12"
                    + " months'",
                id))
        .isEqualTo(1);
    assertThat(AsAgent.call(OTHER, () -> extracts().delivered(0, 50)).rows())
        .extracting(ExtractRow::id)
        .contains(id);
    // It keeps to the scope of the partner, not of the manager who set it up.
    assertThat(row.rowsTotal())
        .isLessThan(Acts.count("select count(*) from demand where status = 'ACTIVE'"));
    assertThatThrownBy(() -> AsAgent.call(LANDLORD, () -> extracts().open(id)))
        .isInstanceOf(NotInScope.class);
    act(OTHER, () -> deliveries.end(delivery));
    assertThat(AsAgent.call(OTHER, () -> extracts().open(id)).state())
        .isEqualTo(ExtractState.READY);
    act(OTHER, () -> extracts().delete(id));
  }
}
