package fr.toitcommun.ejb.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgExternalResourceMode;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer.SvgScriptMode;
import com.openhtmltopdf.util.XRLog;
import freemarker.core.TemplateClassResolver;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapperBuilder;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The one way to make a PDF: a template of this package, its texts and its facts become an
 * accessible document (PDF/UA-1) that can be archived (PDF/A-2a). Whatever a fact holds is text: it
 * is escaped. Nothing is fetched, and nothing of a document goes to a log.
 */
@ApplicationScoped
public class Printer {
  private static final String FAMILY = "Liberation Sans";
  private static final int NORMAL = 400;
  private static final int BOLD = 700;

  private final Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
  private final byte[] regular = bytes("fonts/LiberationSans-Regular.ttf");
  private final byte[] bold = bytes("fonts/LiberationSans-Bold.ttf");
  private final byte[] italic = bytes("fonts/LiberationSans-Italic.ttf");
  private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

  /** Reads fonts and prepares templates. */
  public Printer() {
    templates.setClassLoaderForTemplateLoading(
        Printer.class.getClassLoader(), Printer.class.getPackageName().replace('.', '/'));
    templates.setDefaultEncoding("UTF-8");
    templates.setOutputFormat(XMLOutputFormat.INSTANCE);
    templates.setObjectWrapper(
        new DefaultObjectWrapperBuilder(Configuration.VERSION_2_3_34).build());
    templates.setNumberFormat("0");
    templates.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    // A template's fault would log the names it was about to print.
    templates.setLogTemplateExceptions(false);
    templates.setWrapUncheckedExceptions(true);
    templates.setLocalizedLookup(false);
    XRLog.setLoggingEnabled(false);
  }

  /**
   * Prints a template.
   *
   * @param template name of a template of this package, without extension
   * @param words the texts and formats of the reader's language; {@code w} in the template
   * @param facts what the template shows, by name
   * @return the PDF
   * @throws IllegalStateException when the template cannot be printed with these facts
   */
  public byte[] print(String template, Words words, Map<String, ?> facts) {
    return print(text(template, words, facts));
  }

  /**
   * Prints a whole page that was written before.
   *
   * @param page XHTML
   * @throws IllegalStateException when it cannot be printed
   */
  byte[] print(String page) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try {
      PdfRendererBuilder builder = builder(printable(page));
      builder.toStream(pdf);
      builder.run();
    } catch (IOException e) {
      throw new IllegalStateException("The document could not be printed", e);
    }
    return pdf.toByteArray();
  }

  /**
   * The same for leaves that are printed on both sides: the number of pages is even.
   *
   * @throws IllegalStateException when the template cannot be printed with these facts
   */
  byte[] printLeaves(String template, Words words, Map<String, ?> facts) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    PdfRendererBuilder builder = builder(printable(text(template, words, facts)));
    builder.toStream(OutputStream.nullOutputStream());
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      PDDocument document = renderer.getPdfDocument();
      if (document.getNumberOfPages() % 2 == 1) {
        PDPage empty = new PDPage(PDRectangle.A4);
        empty.setResources(new PDResources());
        document.addPage(empty);
      }
      document.save(pdf);
    } catch (IOException e) {
      throw new IllegalStateException("The document " + template + " could not be printed", e);
    }
    return pdf.toByteArray();
  }

  /**
   * A template as XHTML, a piece of a page to be printed later.
   *
   * @throws IllegalStateException when the template cannot be filled with these facts
   */
  String text(String template, Words words, Map<String, ?> facts) {
    Map<String, Object> model = new HashMap<>(facts);
    model.put("w", words);
    StringWriter page = new StringWriter();
    try {
      templates.getTemplate(template + ".ftlx").process(model, page);
    } catch (TemplateException | IOException e) {
      throw new IllegalStateException("The document " + template + " could not be filled", e);
    }
    return page.toString();
  }

  private PdfRendererBuilder builder(String page) {
    PDDocument document = new PDDocument();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePDDocument(document);
    builder.usePdfUaAccessibility(true);
    builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
    builder.useColorProfile(colours);
    builder.withProducer("Toit commun");
    builder.useExternalResourceAccessControl(
        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
    font(builder, document, regular, NORMAL, FontStyle.NORMAL);
    font(builder, document, bold, BOLD, FontStyle.NORMAL);
    font(builder, document, italic, NORMAL, FontStyle.ITALIC);
    builder.useUnicodeLineBreaker(new LineBreaks());
    builder.useSVGDrawer(new BatikSVGDrawer(SvgScriptMode.SECURE, SvgExternalResourceMode.SECURE));
    builder.withHtmlContent(page, null);
    return builder;
  }

  private static void font(
      PdfRendererBuilder builder, PDDocument document, byte[] font, int weight, FontStyle style) {
    builder.useFont(
        new PDFontSupplier(withoutLigatures(document, font)), FAMILY, weight, style, true);
    // Drawings have their texts set by the font they were measured with.
    builder.useFont(
        () -> new ByteArrayInputStream(font),
        FAMILY,
        weight,
        style,
        true,
        EnumSet.of(FSFontUseCase.SVG));
  }

  /**
   * PDFBox looks for ligatures by a pattern built anew for each word: most of a document's time.
   */
  private static PDFont withoutLigatures(PDDocument document, byte[] font) {
    try {
      TrueTypeFont read = new TTFParser().parse(new RandomAccessReadBuffer(font));
      read.setEnableGsub(false);
      return PDType0Font.load(document, read, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the characters that XML 1.0 cannot hold, which typed text may. */
  private static String printable(String page) {
    return page.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = Printer.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
