package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.demonstration.Partner.Desk;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.NameKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The agents, 1,109 of them (986 in Pays de la Loire, 123 in Morbihan, 2006), all invented. Only
 * the accounts of the demonstration can sign in.
 */
final class Agents {
  private final Partners partners;
  private final Volumes volumes;
  private final Names names;
  private final Demonstration.Settings settings;
  private final Housing housing;
  private final Dice dice;
  private final Set<String> logins = new HashSet<>();
  private CopyTable agents;
  private CopyTable rights;
  private long lastId;
  private int inLoire;
  private int inMorbihan;

  Agents(
      Partners partners,
      Volumes volumes,
      Names names,
      Housing housing,
      Demonstration.Settings settings) {
    this.partners = partners;
    this.volumes = volumes;
    this.names = names;
    this.housing = housing;
    this.settings = settings;
    dice = new Dice(settings.seed(), "agents", 0);
  }

  /** Writes partners, desks and agents. */
  void write(Connection connection) throws SQLException {
    partnersAndDesks(connection);
    agents =
        new CopyTable(
            connection,
            "agent",
            "id,login,given_name,surname,email,password_hash,partner_id,desk_id,active,demonstration");
    rights = new CopyTable(connection, "agent_right", "agent_id,right_name");
    account("guichet.nantes", partner(p -> Partners.NANTES_METROPOLE.equals(p.siren)), null);
    account("bailleur.nantes", partners.named(Partners.FIRST_LANDLORD), null);
    account("bailleur.saint-nazaire", partners.named(Partners.SECOND_LANDLORD), null);
    account("prefecture.44", in44(PartnerKind.STATE), null);
    account("departement.44", in44(PartnerKind.DEPARTMENT), null);
    account("commune.saint-nazaire", commune(Partners.SAINT_NAZAIRE), null);
    account("commune.sans-guichet", commune(Partners.CLISSON), null);
    account("action.logement", partner(p -> p.kind == PartnerKind.ACTION_LOGEMENT), "44");
    account("adil.44", in44(PartnerKind.INFORMATION_AGENCY), null);
    account("gestionnaire", partner(p -> p.kind == PartnerKind.FILE_MANAGER), null);
    everyone();
    agents.flush();
    rights.flush();
  }

  private void everyone() throws SQLException {
    for (Desk desk : partners.desks()) {
      if (desk.agents().isEmpty()) {
        invented(desk.partner(), desk);
      }
    }
    for (Partner partner : partners.all()) {
      if (partner.agents.isEmpty()) {
        invented(partner, null);
      }
    }
    Weighted<Desk> loire = new Weighted<>();
    Weighted<Desk> morbihan = new Weighted<>();
    for (Desk desk : partners.desks()) {
      (morbihan(desk.town()) ? morbihan : loire).add(desk, desk.weight() + 5);
    }
    int wanted = volumes.agents(false, inLoire);
    while (inLoire < wanted) {
      Desk desk = loire.pick(dice);
      invented(desk.partner(), desk);
    }
    wanted = volumes.agents(true, inMorbihan);
    while (inMorbihan < wanted) {
      Desk desk = morbihan.pick(dice);
      invented(desk.partner(), desk);
    }
  }

  private void account(String login, Partner partner, String departement) throws SQLException {
    Desk desk =
        partner.desks.stream()
            .filter(d -> departement == null || d.town().departement().equals(departement))
            .findFirst()
            .orElse(null);
    add(login, partner, desk, settings.passwordHash());
  }

  private void invented(Partner partner, Desk desk) throws SQLException {
    add(null, partner, desk, null);
  }

  private void add(String login, Partner partner, Desk desk, String hash) throws SQLException {
    String sex = dice.chance(0.68) ? "F" : "M";
    String given = names.given(sex, settings.today().getYear() - dice.between(24, 62), dice);
    String surname = names.surname(dice);
    String base = NameKey.of(given).replace(' ', '-') + "." + NameKey.of(surname).replace(' ', '-');
    String own = login == null ? base : login;
    for (int i = 2; !logins.add(own); i++) {
      own = base + i;
    }
    long id = ++lastId;
    partner.agents.add(id);
    if (desk != null) {
      desk.agents().add(id);
    }
    if (morbihan(desk == null ? partner.seat : desk.town())) {
      inMorbihan++;
    } else {
      inLoire++;
    }
    agents.add(id).add(own).add(given).add(surname).add(own + "@example.org").add(hash);
    agents.add(partner.id).add(desk == null ? null : (Long) desk.id()).add(true).add(true).end();
    for (String right : new TreeSet<>(Right.usual(partner.kind, partner.registering))) {
      rights.add(id).add(right).end();
    }
  }

  private void partnersAndDesks(Connection connection) throws SQLException {
    CopyTable table =
        new CopyTable(
            connection, "partner", "id,kind,name,siren,address,municipality_code,registering");
    CopyTable territories = new CopyTable(connection, "partner_territory", "partner_id,level,code");
    CopyTable desks =
        new CopyTable(
            connection, "registration_desk", "id,code,partner_id,name,address,municipality_code");
    for (Partner partner : partners.all()) {
      table.add(partner.id).add(partner.kind.name()).add(partner.name).add(partner.siren);
      table.add(address(partner.seat)).add(partner.seat.code()).add(partner.registering).end();
      for (String code : partner.territory) {
        territories.add(partner.id).add(partner.level).add(code).end();
      }
    }
    for (Desk desk : partners.desks()) {
      desks.add(desk.id()).add(desk.code()).add(desk.partner().id);
      desks.add(desk.partner().name + ", guichet de " + desk.town().name());
      desks.add(address(desk.town())).add(desk.town().code()).end();
    }
    table.flush();
    territories.flush();
    desks.flush();
  }

  private String address(Town town) {
    return housing.street(dice) + ", " + town.postalCodes().get(0) + " " + town.name();
  }

  private Partner in44(PartnerKind kind) {
    return partner(p -> p.kind == kind && p.in("44"));
  }

  private Partner commune(String code) {
    return partner(p -> "MUNICIPALITY".equals(p.level) && p.territory.contains(code));
  }

  private Partner partner(Predicate<Partner> which) {
    return partners.all().stream().filter(which).findFirst().orElseThrow();
  }

  private static boolean morbihan(Town town) {
    return Partners.MORBIHAN.equals(town.departement());
  }

  long lastId() {
    return lastId;
  }
}
