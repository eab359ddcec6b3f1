package fr.toitcommun.persistence.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person of the household as stated on the form: applicant, co-applicant or person to house (form
 * sections a, c, d, e; R.441-2-2).
 */
public class PersonForm {
  private Long id;
  private String civility;
  private String surname;
  private String birthName;
  private String givenName;
  private LocalDate birthDate;
  private String sex;
  private String nationality;
  private String familySituation;
  private String applicantLink;
  private String kinship;
  private String custody;
  private boolean disabled;
  private String phone;
  private String email;
  private String otherPhone;
  private String workContract;
  private String profession;
  private String employer;
  private String employerCity;
  private String employerPostalCode;
  private boolean employerAbroad;
  private String employerSiret;
  private boolean employerContributes;
  private Integer taxIncomeN1;
  private Integer taxIncomeN2;
  private Integer taxYear;
  private boolean withoutResources;
  private Integer recentIncome;
  private LocalDate recentIncomeTo;
  private String incomeEvent;
  private List<ResourceForm> resources = new ArrayList<>();

  /** Identity in the file; null for a person who is new. */
  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getCivility() {
    return civility;
  }

  public void setCivility(String civility) {
    this.civility = civility;
  }

  public String getSurname() {
    return surname;
  }

  public void setSurname(String surname) {
    this.surname = surname;
  }

  public String getBirthName() {
    return birthName;
  }

  public void setBirthName(String birthName) {
    this.birthName = birthName;
  }

  public String getGivenName() {
    return givenName;
  }

  public void setGivenName(String givenName) {
    this.givenName = givenName;
  }

  public LocalDate getBirthDate() {
    return birthDate;
  }

  public void setBirthDate(LocalDate birthDate) {
    this.birthDate = birthDate;
  }

  public String getSex() {
    return sex;
  }

  public void setSex(String sex) {
    this.sex = sex;
  }

  public String getNationality() {
    return nationality;
  }

  public void setNationality(String nationality) {
    this.nationality = nationality;
  }

  public String getFamilySituation() {
    return familySituation;
  }

  public void setFamilySituation(String familySituation) {
    this.familySituation = familySituation;
  }

  /** Of a co-applicant: code list APPLICANT_LINK. */
  public String getApplicantLink() {
    return applicantLink;
  }

  public void setApplicantLink(String applicantLink) {
    this.applicantLink = applicantLink;
  }

  /** Of a dependant: code list KINSHIP. */
  public String getKinship() {
    return kinship;
  }

  public void setKinship(String kinship) {
    this.kinship = kinship;
  }

  /** Of a child in shared custody: code list CUSTODY; null for a dependant who lives here. */
  public String getCustody() {
    return custody;
  }

  public void setCustody(String custody) {
    this.custody = custody;
  }

  /** Holds the mobility inclusion card "invalidité". */
  public boolean isDisabled() {
    return disabled;
  }

  public void setDisabled(boolean disabled) {
    this.disabled = disabled;
  }

  public String getPhone() {
    return phone;
  }

  public void setPhone(String phone) {
    this.phone = phone;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getWorkContract() {
    return workContract;
  }

  public void setWorkContract(String workContract) {
    this.workContract = workContract;
  }

  public String getProfession() {
    return profession;
  }

  public void setProfession(String profession) {
    this.profession = profession;
  }

  public String getEmployer() {
    return employer;
  }

  public void setEmployer(String employer) {
    this.employer = employer;
  }

  /** The employer pays into Action Logement (L.313-19). */
  public boolean isEmployerContributes() {
    return employerContributes;
  }

  public void setEmployerContributes(boolean employerContributes) {
    this.employerContributes = employerContributes;
  }

  /** Reference tax income of last year, euros. */
  public Integer getTaxIncomeN1() {
    return taxIncomeN1;
  }

  public void setTaxIncomeN1(Integer taxIncomeN1) {
    this.taxIncomeN1 = taxIncomeN1;
  }

  /** Reference tax income of the year before last, euros: the one ceilings compare (L.442-12). */
  public Integer getTaxIncomeN2() {
    return taxIncomeN2;
  }

  public void setTaxIncomeN2(Integer taxIncomeN2) {
    this.taxIncomeN2 = taxIncomeN2;
  }

  /** Monthly resources and payments. */
  public List<ResourceForm> getResources() {
    return resources;
  }

  public void setResources(List<ResourceForm> resources) {
    this.resources = resources;
  }

  /** A second telephone number, such as a mobile one. */
  public String getOtherPhone() {
    return otherPhone;
  }

  public void setOtherPhone(String otherPhone) {
    this.otherPhone = otherPhone;
  }

  /** Where the employer is: the name of the town. */
  public String getEmployerCity() {
    return employerCity;
  }

  public void setEmployerCity(String employerCity) {
    this.employerCity = employerCity;
  }

  /** Postal code of the employer, as its country writes it. */
  public String getEmployerPostalCode() {
    return employerPostalCode;
  }

  public void setEmployerPostalCode(String employerPostalCode) {
    this.employerPostalCode = employerPostalCode;
  }

  /** The employer is in another country. */
  public boolean isEmployerAbroad() {
    return employerAbroad;
  }

  public void setEmployerAbroad(boolean employerAbroad) {
    this.employerAbroad = employerAbroad;
  }

  /** SIRET of the establishment, 14 digits. */
  public String getEmployerSiret() {
    return employerSiret;
  }

  public void setEmployerSiret(String employerSiret) {
    this.employerSiret = employerSiret;
  }

  /**
   * Year of {@link #getTaxIncomeN2}; that of {@link #getTaxIncomeN1} is the next one. Written down
   * so that the amounts stay those of their years when time goes on; null while no amount is
   * stated.
   */
  public Integer getTaxYear() {
    return taxYear;
  }

  public void setTaxYear(Integer taxYear) {
    this.taxYear = taxYear;
  }

  /** Whether a reference tax income is stated. */
  public boolean statesTaxIncome() {
    return taxIncomeN1 != null || taxIncomeN2 != null;
  }

  /**
   * Has the amounts stand for these years: each stays that of its own year, and one that is of
   * neither is left out. {@link #getTaxIncomeN2} is from then on that of this year.
   *
   * @param year the year before last
   */
  public void bringTaxYearTo(int year) {
    int by = taxYear == null ? 0 : year - taxYear;
    if (by != 0) {
      Integer first = by == 1 ? taxIncomeN1 : null;
      taxIncomeN1 = by == -1 ? taxIncomeN2 : null;
      taxIncomeN2 = first;
    }
    taxYear = year;
  }

  /** Given name and surname; null for a child in shared custody, whose name is not asked. */
  public String fullName() {
    String name =
        Stream.of(givenName, surname)
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? null : name;
  }

  /** Income of twelve months that ended lately, euros; counts when an event explains it. */
  public Integer getRecentIncome() {
    return recentIncome;
  }

  public void setRecentIncome(Integer recentIncome) {
    this.recentIncome = recentIncome;
  }

  /** Last day of the twelve months of {@link #getRecentIncome}. */
  public LocalDate getRecentIncomeTo() {
    return recentIncomeTo;
  }

  public void setRecentIncomeTo(LocalDate recentIncomeTo) {
    this.recentIncomeTo = recentIncomeTo;
  }

  /** What explains the income of the last twelve months, and was proved: list INCOME_EVENT. */
  public String getIncomeEvent() {
    return incomeEvent;
  }

  public void setIncomeEvent(String incomeEvent) {
    this.incomeEvent = incomeEvent;
  }

  /** This person says to have no monthly resource at all: nothing is missing then. */
  public boolean isWithoutResources() {
    return withoutResources;
  }

  public void setWithoutResources(boolean withoutResources) {
    this.withoutResources = withoutResources;
  }
}
