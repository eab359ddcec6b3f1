package fr.toitcommun.web.api;

import fr.toitcommun.ejb.observatory.Observatory;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.ObservatoryFile;
import fr.toitcommun.persistence.observatory.QuestionLink;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The figures of the observatory. */
@Path("observatory")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Observatory")
public class ObservatoryResource {
  @Inject private Observatory observatory;
  @Context private HttpHeaders headers;

  /** An indicator and what may be asked of it. */
  @Schema(name = "Indicator")
  public record IndicatorAnswer(
      Indicator code,
      String name,
      String definition,
      String unit,
      @Schema(description = "STOCK: stands on a day; FLOW: of a period") String source,
      List<AxisAnswer> axes) {}

  /** An axis. */
  @Schema(name = "Axis")
  public record AxisAnswer(Axis code, String name) {}

  /** The indicators. */
  @GET
  @Path("indicators")
  @Operation(
      operationId = "listIndicators",
      summary =
          "Every indicator with its definition and the axes it may be told apart by (right"
              + " OBSERVE)")
  @APIResponse(
      responseCode = "200",
      description = "The indicators",
      content = @Content(schema = @Schema(implementation = IndicatorAnswer[].class)))
  public List<IndicatorAnswer> indicators() {
    ObservatoryWords words = observatory.words(Problems.spoken(headers.getAcceptableLanguages()));
    return Arrays.stream(Indicator.values())
        .map(
            one ->
                new IndicatorAnswer(
                    one,
                    words.name(one),
                    words.definition(one),
                    words.name(one.unit()),
                    one.isStock() ? "STOCK" : "FLOW",
                    one.axes().stream()
                        .map(axis -> new AxisAnswer(axis, words.name(axis)))
                        .toList()))
        .toList();
  }

  /** A figure, a row or a table of figures. */
  @GET
  @Path("figures")
  @Operation(
      operationId = "readObservatoryFigures",
      summary = "An indicator, told apart by two axes at most, live or in time (right OBSERVE)",
      description =
          "Figures of the whole départements of the caller's territory. A filter is written"
              + " f.AXIS=code,code. Without from and to what stands is as of now and what happens"
              + " is of the last twelve months; with them what stands is as of the last snapshot on"
              + " or before to, or, by MONTH, QUARTER or YEAR, as of the first day of each period."
              + " Numbers below the threshold of secrecy are null, and as many more as keep them"
              + " from being worked out. Rows of places come with the largest first; totals are"
              + " those of all rows, whichever are given.")
  @Parameter(
      name = "indicator",
      in = ParameterIn.QUERY,
      description = "Code of an indicator",
      required = true,
      schema = @Schema(implementation = Indicator.class))
  @Parameter(
      name = "rows",
      in = ParameterIn.QUERY,
      description = "Axis of the rows",
      schema = @Schema(implementation = Axis.class))
  @Parameter(
      name = "columns",
      in = ParameterIn.QUERY,
      description = "Axis of the columns",
      schema = @Schema(implementation = Axis.class))
  @Parameter(
      name = "counting",
      in = ParameterIn.QUERY,
      description = Parameters.COUNTING,
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "from",
      in = ParameterIn.QUERY,
      description = Parameters.FROM,
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Parameter(
      name = "to",
      in = ParameterIn.QUERY,
      description = Parameters.TO,
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Parameter(
      name = "offset",
      in = ParameterIn.QUERY,
      description = "How many rows to pass over; usual: 0",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "limit",
      in = ParameterIn.QUERY,
      description = "How many rows to give; usual: all",
      schema = @Schema(type = SchemaType.INTEGER))
  @APIResponse(
      responseCode = "200",
      description = "The figures with what they were asked for and the days they tell of",
      content = @Content(schema = @Schema(implementation = FiguresAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description =
          "What cannot be asked, each fault at its parameter; more than 20,000 cells among it,"
              + " with how many rows and columns there are")
  public FiguresAnswer figures(@Context UriInfo uri) {
    Map<String, String> parts = Parameters.joined(uri);
    int offset = Parameters.offset(parts.getOrDefault("offset", "0"));
    Integer limit = parts.containsKey("limit") ? Parameters.rows(parts.get("limit")) : null;
    return FiguresAnswer.of(
        observatory.answer(
            QuestionLink.read(parts), Problems.spoken(headers.getAcceptableLanguages())),
        offset,
        limit);
  }

  /** The monthly files. */
  @GET
  @Path("files")
  @Operation(
      operationId = "listObservatoryFiles",
      summary = "The monthly files: days, rows, checksum, and how they came to be (right OBSERVE)")
  @APIResponse(
      responseCode = "200",
      description = "The files by kind and day",
      content = @Content(schema = @Schema(implementation = ObservatoryFile[].class)))
  public List<ObservatoryFile> files() {
    return observatory.files();
  }
}
