package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.demonstration.Partner.Desk;
import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.CurrentHousingForm;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.registration.MemberRole;
import fr.toitcommun.persistence.registration.MotivesForm;
import fr.toitcommun.persistence.registration.NameKey;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.ResourceForm;
import fr.toitcommun.persistence.registration.SoughtForm;
import fr.toitcommun.persistence.registration.UniqueNumber;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;

/** Writes demands with their households, wishes and read models. */
final class DemandWriter {
  private static final int VALIDITY_MONTHS = 12;

  private final CopyTable demands;
  private final CopyTable members;
  private final CopyTable resources;
  private final CopyTable types;
  private final CopyTable locations;
  private final CopyTable names;
  private final CopyTable wishes;
  private final CopyTable planted;
  private long lastMember;

  DemandWriter(Connection connection) throws SQLException {
    demands =
        new CopyTable(
            connection,
            "demand",
            "id,version,unique_number,departement_code,desk_id,status,initial_deposit_date,"
                + "last_renewal_date,valid_until,registered_at,cancellation_reason,"
                + "cancellation_sub_reason,cancelled_on,cancellation_notice_date,address_line,"
                + "address_complement,hosted_by,postal_code,municipality_code,city,"
                + "expected_children,expected_birth_date,current_tenure,current_landlord,"
                + "current_category,current_type,current_surface,current_occupants,current_rent,"
                + "current_since,owns_dwelling,main_motive,second_motive,third_motive,"
                + "motive_detail,sought_category,accepts_other_locations,maximum_rent,"
                + "accepts_ground_floor,accepts_no_lift,wants_parking,needs_adapted_dwelling,"
                + "dalo_status,collective_agreement,tax_year,household_size,household_category,"
                + "annual_income,transfer,salaried_contributor");
    members =
        new CopyTable(
            connection,
            "household_member",
            "id,demand_id,position,role,civility,surname,birth_name,given_name,birth_date,sex,"
                + "nationality,family_situation,applicant_link,kinship,custody,disabled,phone,"
                + "email,work_contract,profession,employer,employer_contributes,tax_income_n1,"
                + "tax_income_n2");
    resources = new CopyTable(connection, "monthly_resource", "member_id,resource_code,amount");
    types = new CopyTable(connection, "wished_type", "demand_id,dwelling_type");
    locations =
        new CopyTable(connection, "wished_location", "demand_id,rank,municipality_code,district");
    names = new CopyTable(connection, "person_name", "demand_id,member_id,name_key,birth_date");
    wishes =
        new CopyTable(
            connection,
            "candidate_wish",
            "municipality_code,initial_deposit_date,demand_id,type_mask,household_size,"
                + "household_category,annual_income,location_rank");
    planted = new CopyTable(connection, "planted_duplicate", "set_number,unique_number,kind");
  }

  void write(
      Life life,
      DemandForm form,
      HouseholdFacts facts,
      Desk desk,
      LocalDateTime entered,
      int version)
      throws SQLException {
    String number =
        UniqueNumber.of(life.departement, YearMonth.from(life.deposit), life.sequence, desk.code())
            .value();
    demands.add(life.id).add(version).add(number).add(life.departement).add(desk.id());
    demands.add(life.active() ? "ACTIVE" : "CANCELLED").add(life.deposit);
    demands.add(life.renewals.isEmpty() ? null : life.periodStart());
    demands.add(life.periodStart().plusMonths(VALIDITY_MONTHS)).instant(entered);
    demands.add(life.fate.reason());
    demands.add(life.fate == Fate.INADMISSIBLE ? life.subReason() : null);
    demands.add(life.leftOn).add(life.notice());
    contact(form.getContact());
    Integer expected = form.getExpectedChildren();
    demands.add(expected == null ? 0 : expected.longValue()).add(form.getExpectedBirthDate());
    currentHousing(form.getCurrentHousing());
    motives(form.getMotives());
    sought(form.getSought());
    demands.add(life.dalo).add(life.agreement);
    boolean stated = facts.annualIncome() != null;
    demands.add(stated ? (Integer) (life.statedOn.getYear() - 2) : null);
    demands.add(facts.size()).add(facts.category()).add(facts.annualIncome());
    demands.add(facts.transfer()).add(facts.salariedContributor()).end();
    members(life, form);
    wishes(life, form.getSought(), facts);
    if (life.planted != null) {
      planted.add(life.set).add(number).add(life.planted.name()).end();
    }
  }

  private void contact(ContactForm contact) {
    demands.add(contact.getAddressLine()).add(contact.getAddressComplement());
    demands.add(contact.getHostedBy()).add(contact.getPostalCode());
    demands.add(contact.getMunicipalityCode()).add(contact.getCity());
  }

  private void currentHousing(CurrentHousingForm housing) {
    demands.add(housing.getTenure()).add(housing.getLandlord()).add(housing.getCategory());
    demands.add(housing.getType()).add(housing.getSurface()).add(housing.getOccupants());
    demands.add(housing.getRent()).add(housing.getSince()).add(housing.isOwnsDwelling());
  }

  private void motives(MotivesForm motives) {
    demands.add(motives.getMain()).add(motives.getSecond()).add(motives.getThird());
    demands.add(motives.getDetail());
  }

  private void sought(SoughtForm sought) {
    demands.add(sought.getCategory()).add(sought.getAcceptsOtherLocations().booleanValue());
    demands.add(sought.getMaximumRent()).add(sought.isAcceptsGroundFloor());
    demands.add(sought.isAcceptsNoLift()).add(sought.isWantsParking());
    demands.add(sought.isNeedsAdaptedDwelling());
  }

  private void members(Life life, DemandForm form) throws SQLException {
    int position = 0;
    member(life, position++, MemberRole.APPLICANT, form.getApplicant());
    for (PersonForm person : form.getCoApplicants()) {
      member(life, position++, MemberRole.CO_APPLICANT, person);
    }
    for (PersonForm person : form.getDependants()) {
      boolean shared = person.getCustody() != null;
      member(life, position++, shared ? MemberRole.SHARED_CUSTODY : MemberRole.DEPENDANT, person);
    }
  }

  private void member(Life life, int position, MemberRole role, PersonForm person)
      throws SQLException {
    long id = ++lastMember;
    members.add(id).add(life.id).add(position).add(role.name()).add(person.getCivility());
    members.add(person.getSurname()).add(person.getBirthName()).add(person.getGivenName());
    members.add(person.getBirthDate()).add(person.getSex()).add(person.getNationality());
    members.add(person.getFamilySituation()).add(person.getApplicantLink());
    members.add(person.getKinship()).add(person.getCustody()).add(person.isDisabled());
    members.add(person.getPhone()).add(person.getEmail()).add(person.getWorkContract());
    members.add(person.getProfession()).add(person.getEmployer());
    members.add(person.isEmployerContributes()).add(person.getTaxIncomeN1());
    members.add(person.getTaxIncomeN2()).end();
    for (ResourceForm resource : person.getResources()) {
      resources.add(id).add(resource.getCode()).add(resource.getAmount()).end();
    }
    if (role.signs()) {
      String usual = NameKey.of(person.getSurname(), person.getGivenName());
      name(life, id, usual, person);
      if (person.getBirthName() != null) {
        String atBirth = NameKey.of(person.getBirthName(), person.getGivenName());
        if (!atBirth.equals(usual)) {
          name(life, id, atBirth, person);
        }
      }
    }
  }

  private void name(Life life, long member, String key, PersonForm person) throws SQLException {
    names.add(life.id).add(member).add(key).add(person.getBirthDate()).end();
  }

  private void wishes(Life life, SoughtForm sought, HouseholdFacts facts) throws SQLException {
    for (String type : sought.getTypes()) {
      types.add(life.id).add(type).end();
    }
    int mask = mask(sought);
    int rank = 0;
    for (LocationForm location : sought.getLocations()) {
      rank++;
      locations.add(life.id).add(rank).add(location.getMunicipalityCode());
      locations.add(location.getDistrict()).end();
      if (life.active()) {
        wishes.add(location.getMunicipalityCode()).add(life.deposit).add(life.id).add(mask);
        wishes.add(facts.size()).add(facts.category()).add(facts.annualIncome()).add(rank).end();
      }
    }
  }

  static int mask(SoughtForm sought) {
    return DwellingType.mask(sought.getTypes().stream().map(DwellingType::valueOf).toList());
  }

  void flush() throws SQLException {
    for (CopyTable table :
        List.of(demands, members, resources, types, locations, names, wishes, planted)) {
      table.flush();
    }
  }

  long lastMember() {
    return lastMember;
  }
}
