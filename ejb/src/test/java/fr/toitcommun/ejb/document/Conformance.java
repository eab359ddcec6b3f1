package fr.toitcommun.ejb.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Whether a PDF keeps to the standards of accessible and lasting documents, as veraPDF judges. */
public final class Conformance {
  private static final int SHOWN = 5;

  static {
    VeraGreenfieldFoundryProvider.initialise();
  }

  private Conformance() {}

  /** PDF/UA-1 and PDF/A-2a. */
  public static void check(byte[] pdf) {
    for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
      try (PDFAParser parser =
              Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
          PDFAValidator validator =
              Foundries.defaultInstance().createValidator(flavour, SHOWN, false, false, false)) {
        ValidationResult result = validator.validate(parser);
        assertThat(
                result.getTestAssertions().stream()
                    .map(TestAssertion::toString)
                    .limit(SHOWN)
                    .toList())
            .as(flavour.getId())
            .isEmpty();
        assertThat(result.isCompliant()).as(flavour.getId()).isTrue();
      } catch (Exception e) {
        throw new AssertionError(flavour.getId(), e);
      }
    }
  }
}
