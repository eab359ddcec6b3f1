package fr.toitcommun.web.api;

import fr.toitcommun.ejb.observatory.map.MapFormat;
import fr.toitcommun.ejb.observatory.map.MapRequest;
import fr.toitcommun.ejb.observatory.map.Maps;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Maps of the observatory, and the shapes they are drawn from. */
@Path("observatory")
@RequestScoped
@Tag(name = "Observatory")
public class MapResource {
  private static final String SVG = "image/svg+xml";
  private static final String PNG = "image/png";
  private static final String PDF = "application/pdf";
  private static final String GEO_JSON = "application/geo+json";

  @Inject private Maps maps;
  @Context private HttpHeaders headers;
  @Context private Request request;

  /** A map as a file. */
  @GET
  @Path("map")
  @Produces({SVG, PNG, PDF})
  @Operation(
      operationId = "drawMap",
      summary = "A map of an indicator, as on screen (right OBSERVE)",
      description =
          "As SVG, PNG or PDF by Accept or by the parameter format. The question is that of"
              + " /observatory/figures, filters f.AXIS=code,code among it; its rows are"
              + " territories, columns are not looked at. Secret figures are hatched; where there"
              + " is none, it is said. With compare, the day compared with, the later one and what"
              + " has changed stand side by side, the two days in the same classes. FLOWS are those"
              + " of the table of RESIDENCE by place, with its secrecy.")
  @APIResponse(
      responseCode = "200",
      description = "The map",
      content = {
        @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @Parameter(
      name = "indicator",
      in = ParameterIn.QUERY,
      description = "Code of an indicator; usual: ACTIVE",
      schema = @Schema(implementation = Indicator.class))
  @Parameter(
      name = "rows",
      in = ParameterIn.QUERY,
      description = "MUNICIPALITY, EPCI or DEPARTEMENT; usual: EPCI",
      schema = @Schema(type = SchemaType.STRING))
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
      name = Inquiry.COMPARED,
      in = ParameterIn.QUERY,
      description =
          "A day to compare with; of what happens, the last of as long a period, and for whole"
              + " months the first of a month means the day before",
      schema = @Schema(type = SchemaType.STRING, format = "date"))
  @Parameter(
      name = "kind",
      in = ParameterIn.QUERY,
      description = "CHOROPLETH, CIRCLES or FLOWS; usual: CHOROPLETH",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "method",
      in = ParameterIn.QUERY,
      description = "QUANTILE, EQUAL or JENKS; usual: QUANTILE",
      schema = @Schema(type = SchemaType.STRING))
  @Parameter(
      name = "classes",
      in = ParameterIn.QUERY,
      description = "How many classes, 3 to 7; usual: 5",
      schema = @Schema(type = SchemaType.INTEGER))
  @Parameter(
      name = "flows",
      in = ParameterIn.QUERY,
      description = "How many flows, the largest, 1 to 200; usual: 40",
      schema = @Schema(type = SchemaType.INTEGER))
  public Response map(
      @Context UriInfo uri,
      @Parameter(description = "svg, png or pdf; usual: what Accept prefers") @QueryParam("format")
          String format,
      @Parameter(description = "fr or en; usual: what Accept-Language prefers") @QueryParam("lang")
          String lang) {
    MapRequest wanted = MapRequest.read(Parameters.joined(uri));
    MapFormat made = format(format);
    byte[] file = maps.file(wanted, made, language(lang));
    return Response.ok(file, made.mediaType())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s-%s.%s\""
                .formatted(wanted.question().indicator(), wanted.level(), made)
                .toLowerCase(Locale.ROOT))
        .build();
  }

  private MapFormat format(String asked) {
    if (asked == null || asked.isEmpty()) {
      Variant best =
          request.selectVariant(
              Variant.mediaTypes(
                      Arrays.stream(MapFormat.values())
                          .map(one -> MediaType.valueOf(one.mediaType()))
                          .toArray(MediaType[]::new))
                  .build());
      return Arrays.stream(MapFormat.values())
          .filter(
              one -> best != null && MediaType.valueOf(one.mediaType()).equals(best.getMediaType()))
          .findFirst()
          .orElse(MapFormat.SVG);
    }
    return Arrays.stream(MapFormat.values())
        .filter(one -> one.name().equalsIgnoreCase(asked))
        .findFirst()
        .orElseThrow(() -> RefusedInput.at("format", "UNKNOWN_CODE", JsonFaults.shortened(asked)));
  }

  private Locale language(String asked) {
    return asked == null || asked.isEmpty()
        ? Problems.spoken(headers.getAcceptableLanguages())
        : Locale.forLanguageTag(asked);
  }

  /** The shapes that maps are drawn from. */
  @GET
  @Path("shapes")
  @Produces({GEO_JSON, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "readShapes",
      summary = "The shapes of territories as GeoJSON (right OBSERVE)",
      description = "Simplified, in degrees (RFC 7946); the property code is the official one.")
  @APIResponse(
      responseCode = "200",
      description = "A FeatureCollection",
      content = @Content(mediaType = GEO_JSON, schema = @Schema(type = SchemaType.OBJECT)))
  public Response shapes(
      @Parameter(description = "MUNICIPALITY, EPCI or DEPARTEMENT; usual: EPCI")
          @QueryParam("level")
          String level,
      @Parameter(description = "Only within this département or EPCI") @QueryParam("territory")
          String territory) {
    TerritoryLevel asked = Parameters.word("level", TerritoryLevel.class, level);
    return Response.ok(
            GeoJson.of(
                maps.shapes(
                    asked == null ? TerritoryLevel.EPCI : asked,
                    territory == null || territory.isBlank() ? null : territory)),
            GEO_JSON)
        .build();
  }
}
