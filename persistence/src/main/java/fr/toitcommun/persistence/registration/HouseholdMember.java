package fr.toitcommun.persistence.registration;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.persistence.annotations.BatchFetch;
import org.eclipse.persistence.annotations.BatchFetchType;

/** A person of the household of a demand. */
@Entity
@Table(name = "household_member")
public class HouseholdMember {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "household_member")
  @SequenceGenerator(
      name = "household_member",
      sequenceName = "household_member_seq",
      allocationSize = 1000)
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "demand_id")
  private Demand demand;

  @Enumerated(EnumType.STRING)
  private MemberRole role;

  private int position;
  private String civility;
  private String surname;

  @Column(name = "birth_name")
  private String birthName;

  @Column(name = "given_name")
  private String givenName;

  @Column(name = "birth_date")
  private LocalDate birthDate;

  private String sex;
  private String nationality;

  @Column(name = "family_situation")
  private String familySituation;

  @Column(name = "applicant_link")
  private String applicantLink;

  private String kinship;
  private String custody;
  private boolean disabled;
  private String phone;
  private String email;

  @Column(name = "work_contract")
  private String workContract;

  private String profession;
  private String employer;

  @Column(name = "employer_contributes")
  private boolean employerContributes;

  @Column(name = "tax_income_n1")
  private Integer taxIncomeN1;

  @Column(name = "tax_income_n2")
  private Integer taxIncomeN2;

  @Column(name = "other_phone")
  private String otherPhone;

  @Column(name = "employer_city")
  private String employerCity;

  @Column(name = "employer_postal_code")
  private String employerPostalCode;

  @Column(name = "employer_abroad")
  private boolean employerAbroad;

  @Column(name = "employer_siret")
  private String employerSiret;

  @Column(name = "tax_year")
  private Integer taxYear;

  @Column(name = "without_resources")
  private boolean withoutResources;

  @Column(name = "recent_income")
  private Integer recentIncome;

  @Column(name = "recent_income_to")
  private LocalDate recentIncomeTo;

  @Column(name = "income_event")
  private String incomeEvent;

  // Euros a month by code. Read for all members at once: a household costs one query, not one each.
  @ElementCollection
  @CollectionTable(name = "monthly_resource", joinColumns = @JoinColumn(name = "member_id"))
  @MapKeyColumn(name = "resource_code")
  @Column(name = "amount")
  @BatchFetch(BatchFetchType.IN)
  private Map<String, Integer> resources = new HashMap<>();

  /** For the persistence provider. */
  protected HouseholdMember() {}

  HouseholdMember(Demand demand, MemberRole role, int position, PersonForm form) {
    this.demand = demand;
    fill(role, position, form);
  }

  final void fill(MemberRole newRole, int newPosition, PersonForm form) {
    role = newRole;
    position = newPosition;
    civility = form.getCivility();
    surname = form.getSurname();
    birthName = form.getBirthName();
    givenName = form.getGivenName();
    birthDate = form.getBirthDate();
    sex = form.getSex();
    nationality = form.getNationality();
    familySituation = form.getFamilySituation();
    applicantLink = form.getApplicantLink();
    kinship = form.getKinship();
    custody = form.getCustody();
    disabled = form.isDisabled();
    phone = PlainText.tidy(form.getPhone());
    email = PlainText.tidy(form.getEmail());
    workContract = form.getWorkContract();
    profession = form.getProfession();
    employer = form.getEmployer();
    employerContributes = form.isEmployerContributes();
    taxIncomeN1 = form.getTaxIncomeN1();
    taxIncomeN2 = form.getTaxIncomeN2();
    otherPhone = PlainText.tidy(form.getOtherPhone());
    employerCity = form.getEmployerCity();
    employerPostalCode = form.getEmployerPostalCode();
    employerAbroad = form.isEmployerAbroad();
    employerSiret = PlainText.tidy(form.getEmployerSiret());
    taxYear = form.getTaxYear();
    withoutResources = form.isWithoutResources();
    recentIncome = form.getRecentIncome();
    recentIncomeTo = form.getRecentIncomeTo();
    incomeEvent = form.getIncomeEvent();
    Map<String, Integer> stated = new TreeMap<>();
    form.getResources().forEach(one -> stated.put(one.getCode(), one.getAmount()));
    resources.keySet().retainAll(stated.keySet());
    resources.putAll(stated);
  }

  PersonForm form() {
    PersonForm form = new PersonForm();
    form.setId(id);
    form.setCivility(civility);
    form.setSurname(surname);
    form.setBirthName(birthName);
    form.setGivenName(givenName);
    form.setBirthDate(birthDate);
    form.setSex(sex);
    form.setNationality(nationality);
    form.setFamilySituation(familySituation);
    form.setApplicantLink(applicantLink);
    form.setKinship(kinship);
    form.setCustody(custody);
    form.setDisabled(disabled);
    form.setPhone(phone);
    form.setEmail(email);
    form.setWorkContract(workContract);
    form.setProfession(profession);
    form.setEmployer(employer);
    form.setEmployerContributes(employerContributes);
    form.setTaxIncomeN1(taxIncomeN1);
    form.setTaxIncomeN2(taxIncomeN2);
    form.setOtherPhone(otherPhone);
    form.setEmployerCity(employerCity);
    form.setEmployerPostalCode(employerPostalCode);
    form.setEmployerAbroad(employerAbroad);
    form.setEmployerSiret(employerSiret);
    form.setTaxYear(taxYear);
    form.setWithoutResources(withoutResources);
    form.setRecentIncome(recentIncome);
    form.setRecentIncomeTo(recentIncomeTo);
    form.setIncomeEvent(incomeEvent);
    new TreeMap<>(resources)
        .forEach((code, amount) -> form.getResources().add(new ResourceForm(code, amount)));
    return form;
  }

  /** Identity in the file; null until stored. */
  public Long id() {
    return id;
  }

  int position() {
    return position;
  }

  /** Place in the household. */
  public MemberRole role() {
    return role;
  }

  boolean coSigns() {
    return role == MemberRole.CO_APPLICANT;
  }

  /** Day of birth. */
  public LocalDate birthDate() {
    return birthDate;
  }

  /** The keys of the names this person bears: usual name, and birth name when it differs. */
  public List<String> nameKeys() {
    String usual = NameKey.of(surname, givenName);
    String atBirth = birthName == null ? usual : NameKey.of(birthName, givenName);
    return usual.equals(atBirth) ? List.of(usual) : List.of(usual, atBirth);
  }
}
