package fr.toitcommun.web.api;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.ejb.reference.Districts;
import fr.toitcommun.persistence.territory.District;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The districts of a municipality that a wish may name. */
@Path("municipalities/{municipality}/districts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reference")
public class DistrictsResource {
  @Inject private CodeLists codeLists;
  @Inject private Districts districts;

  /** Those offered today. */
  @GET
  @Operation(operationId = "readDistricts", summary = "The districts that may be wished today")
  @APIResponse(
      responseCode = "200",
      description = "By name; none where the file keeps none",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = District.class)))
  public List<District> districts(@PathParam("municipality") String municipality) {
    return codeLists.districts(Parameters.municipality(municipality));
  }

  /** States them anew. */
  @PUT
  @Operation(
      operationId = "replaceDistricts",
      summary = "State the districts of a municipality anew (right ADMINISTER)",
      description =
          "The whole list as it is to be from today. Demands that wish a district left out keep"
              + " it; new wishes cannot name it.")
  @APIResponse(responseCode = "204", description = "Stored")
  public void replace(
      @PathParam("municipality") String municipality, List<Districts.Stated> stated) {
    districts.replace(Parameters.municipality(municipality), stated);
  }
}
