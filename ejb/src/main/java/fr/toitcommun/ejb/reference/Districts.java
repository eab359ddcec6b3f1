package fr.toitcommun.ejb.reference;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.DistrictRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** The local lists of districts, which the manager of the file keeps (R.441-2-5). */
@Stateless
@Gated
@RolesAllowed(Right.ADMINISTER)
public class Districts {
  private static final int MOST = 500;
  private static final int LONGEST_NAME = 120;
  private static final Pattern END_OF_CODE = Pattern.compile("-[0-9A-Z-]{1,40}");

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /**
   * A district as the manager states it.
   *
   * @param code the municipality's code, a hyphen, and what tells the district: {@code 44109-02}
   */
  public record Stated(String code, String name) {}

  /**
   * From today on the municipality has these districts and no others. Demands that wish one left
   * out keep it.
   *
   * @throws RefusedInput naming every fault
   */
  @Act
  public void replace(String municipalityCode, List<Stated> districts) {
    List<Fault> faults = new ArrayList<>();
    if (references.current().municipality(municipalityCode).isEmpty()) {
      faults.add(Fault.at("", "UNKNOWN_MUNICIPALITY", String.valueOf(municipalityCode)));
    }
    if (districts.size() > MOST) {
      faults.add(Fault.at("", "TOO_MANY", MOST));
    }
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < districts.size(); i++) {
      Stated stated = districts.get(i);
      String code = stated.code() == null ? "" : stated.code();
      if (!code.startsWith(municipalityCode)
          || !END_OF_CODE.matcher(code.substring(municipalityCode.length())).matches()) {
        faults.add(Fault.at("[" + i + "].code", "DISTRICT_CODE_FORMAT", municipalityCode));
      } else if (names.containsKey(code)) {
        faults.add(Fault.at("[" + i + "].code", "TWICE"));
      }
      if (stated.name() == null || stated.name().isBlank()) {
        faults.add(Fault.at("[" + i + "].name", "REQUIRED"));
      } else if (stated.name().length() > LONGEST_NAME) {
        faults.add(Fault.at("[" + i + "].name", "TOO_LONG", LONGEST_NAME));
      } else if (!PlainText.allows(stated.name())) {
        faults.add(Fault.at("[" + i + "].name", "ILLEGAL_CHARACTERS"));
      }
      names.put(code, stated.name());
    }
    RefusedInput.ifAny(faults);
    new DistrictRows(jdbi)
        .replace(municipalityCode, names, agent.profile().partnerName(), LocalDate.now(clock));
    references.forget();
  }
}
