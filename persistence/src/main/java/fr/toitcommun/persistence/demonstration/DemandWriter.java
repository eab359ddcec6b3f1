package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.demonstration.Partner.Desk;
import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.Controls;
import fr.toitcommun.persistence.registration.CurrentHousingForm;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.HandicapComplementForm;
import fr.toitcommun.persistence.registration.HandicapPersonForm;
import fr.toitcommun.persistence.registration.HelperForm;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.LegalPersonForm;
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
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;

/** Writes demands with their households, wishes and the names they are found by. */
final class DemandWriter {
  private static final int VALIDITY_MONTHS = 12;

  private final CopyTable demands;
  private final CopyTable members;
  private final CopyTable complements;
  private final CopyTable resources;
  private final CopyTable types;
  private final CopyTable locations;
  private final CopyTable names;
  private final CopyTable planted;
  private long lastMember;
  private long applicant;

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
                + "annual_income,transfer,salaried_contributor,legal_name,legal_siren,legal_rna,"
                + "legal_created_on,helper_structure,helper_name,helper_phone,helper_email,"
                + "address_building,address_floor,address_apartment,address_abroad,"
                + "address_country,email_agreed,wants_post,host_name,host_number,housing_aid,"
                + "accepts_top_floor,shared_tenancy,complete,consumption_units,annual_resources,"
                + "resources_per_unit,figures_until,priority_grounds,eligible_quotas");
    members =
        new CopyTable(
            connection,
            "household_member",
            "id,demand_id,position,role,civility,surname,birth_name,given_name,birth_date,sex,"
                + "nationality,family_situation,applicant_link,kinship,custody,disabled,phone,"
                + "email,work_contract,profession,employer,employer_contributes,tax_income_n1,"
                + "tax_income_n2,other_phone,employer_city,employer_postal_code,employer_abroad,"
                + "employer_siret,tax_year,without_resources");
    complements =
        new CopyTable(
            connection,
            "handicap_complement",
            "member_id,demand_id,state,walking,motor,sensory,technical_aids,adaptations,detail,"
                + "recorded_at,recorded_by");
    resources = new CopyTable(connection, "monthly_resource", "member_id,resource_code,amount");
    types = new CopyTable(connection, "wished_type", "demand_id,dwelling_type");
    locations =
        new CopyTable(connection, "wished_location", "demand_id,rank,municipality_code,district");
    names = new CopyTable(connection, "person_name", "demand_id,member_id,name_key,birth_date");
    planted = new CopyTable(connection, "planted_duplicate", "set_number,unique_number,kind");
  }

  void write(
      Life life,
      DemandForm form,
      HouseholdFacts facts,
      LocalDate figuresUntil,
      Labels.Said said,
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
    demands.add(stated ? form.getApplicant().getTaxYear() : null);
    demands.add(facts.size()).add(facts.category()).add(facts.annualIncome());
    demands.add(facts.transfer()).add(facts.salariedContributor());
    body(form.getLegalPerson());
    rest(form);
    demands.add(Controls.missing(form).isEmpty());
    demands.add(facts.units() == null ? null : facts.units().toPlainString());
    demands.add(facts.annualResources()).add(facts.resourcesPerUnit()).add(figuresUntil);
    demands.add(said.grounds()).add(said.quotas()).end();
    members(life, form);
    wishes(life, form.getSought());
    if (life.planted != null) {
      planted.add(life.set).add(number).add(life.planted.name()).end();
    }
  }

  private void body(LegalPersonForm body) {
    if (body == null) {
      demands.nothing().nothing().nothing().nothing();
      return;
    }
    demands.add(body.getName()).add(body.getSiren()).add(body.getRna()).add(body.getCreatedOn());
  }

  private void rest(DemandForm form) {
    HelperForm helper = form.getHelper();
    demands.add(helper.getStructure()).add(helper.getName());
    demands.add(helper.getPhone()).add(helper.getEmail());
    ContactForm contact = form.getContact();
    demands.add(contact.getBuilding()).add(contact.getFloor()).add(contact.getApartment());
    demands.add(contact.isAbroad()).add(contact.getCountry());
    demands.add(contact.isEmailAgreed()).add(contact.isWantsPost());
    CurrentHousingForm housing = form.getCurrentHousing();
    demands.add(housing.getHostName()).add(housing.getHostNumber()).add(housing.getHousingAid());
    demands.add(form.getSought().isAcceptsTopFloor()).add(form.getSought().isSharedTenancy());
  }

  /** The complement of the applicant, who was the first member written. */
  void complement(Life life, HandicapComplementForm complement, LocalDateTime at, long agent)
      throws SQLException {
    if (complement == null) {
      return;
    }
    for (HandicapPersonForm person : complement.getPersons()) {
      complements.add(applicant).add(life.id).add(person.getState()).add(person.getWalking());
      complements.add(array(person.getMotor())).add(array(person.getSensory()));
      complements.add(array(person.getTechnicalAids())).add(array(person.getAdaptations()));
      complements.add(person.getDetail()).instant(at).add(agent).end();
    }
  }

  private static String array(List<String> codes) {
    return "{" + String.join(",", codes) + "}";
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
    applicant = lastMember + 1;
    member(life, form, position++, MemberRole.APPLICANT, form.getApplicant());
    for (PersonForm person : form.getCoApplicants()) {
      member(life, form, position++, MemberRole.CO_APPLICANT, person);
    }
    for (PersonForm person : form.getDependants()) {
      boolean shared = person.getCustody() != null;
      member(
          life,
          form,
          position++,
          shared ? MemberRole.SHARED_CUSTODY : MemberRole.DEPENDANT,
          person);
    }
  }

  private void member(Life life, DemandForm form, int position, MemberRole role, PersonForm person)
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
    members.add(person.getTaxIncomeN2()).add(person.getOtherPhone());
    members.add(person.getEmployerCity()).add(person.getEmployerPostalCode());
    members.add(person.isEmployerAbroad()).add(person.getEmployerSiret());
    members.add(person.getTaxYear()).add(person.isWithoutResources()).end();
    for (ResourceForm resource : person.getResources()) {
      resources.add(id).add(resource.getCode()).add(resource.getAmount()).end();
    }
    if (form.getLegalPerson() != null) {
      name(life, id, NameKey.of(form.getLegalPerson().getName()), person);
    } else if (role.signs()) {
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

  private void wishes(Life life, SoughtForm sought) throws SQLException {
    for (String type : sought.getTypes()) {
      types.add(life.id).add(type).end();
    }
    int rank = 0;
    for (LocationForm location : sought.getLocations()) {
      rank++;
      locations.add(life.id).add(rank).add(location.getMunicipalityCode());
      locations.add(location.getDistrict()).end();
    }
  }

  static int mask(SoughtForm sought) {
    return DwellingType.mask(sought.getTypes().stream().map(DwellingType::valueOf).toList());
  }

  void flush() throws SQLException {
    for (CopyTable table :
        List.of(demands, members, complements, resources, types, locations, names, planted)) {
      table.flush();
    }
  }

  long lastMember() {
    return lastMember;
  }
}
