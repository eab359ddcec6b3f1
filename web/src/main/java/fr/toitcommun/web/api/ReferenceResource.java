package fr.toitcommun.web.api;

import fr.toitcommun.ejb.observatory.Home;
import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.observatory.Counters;
import fr.toitcommun.persistence.reference.CodeItem;
import fr.toitcommun.persistence.registration.ControlTable;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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

/** What names nobody: counters and code lists. */
@Path("")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reference")
public class ReferenceResource {
  @Inject private Home home;
  @Inject private CodeLists codeLists;

  /** The counters of the caller's départements. */
  @GET
  @Path("counters")
  @Operation(
      operationId = "readCounters",
      summary = "Counters of the caller's départements, live (right OBSERVE)")
  @APIResponse(
      responseCode = "200",
      description = "Counters; cells too small to be told are left out",
      content = @Content(schema = @Schema(implementation = Counters.class)))
  public Counters counters() {
    return home.counters();
  }

  /** The table of controls. */
  @GET
  @Path("controls")
  @Operation(
      operationId = "readControls",
      summary = "Every control of a demand, for those who fill in a form before they send it")
  @APIResponse(
      responseCode = "200",
      description = "The same controls hold for screens and for systems",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = ControlAnswer.class)))
  public List<ControlAnswer> controls() {
    return ControlTable.all().stream().map(ControlAnswer::of).toList();
  }

  /** A code list. */
  @GET
  @Path("code-lists/{list}")
  @Operation(operationId = "readCodeList", summary = "The codes of a list that are in use today")
  @APIResponse(
      responseCode = "200",
      description = "Codes with their labels, in their order",
      content =
          @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = CodeItem.class)))
  public List<CodeItem> codeList(@PathParam("list") String list) {
    List<CodeItem> items = codeLists.items(list);
    if (items.isEmpty()) {
      throw new NotFoundException();
    }
    return items;
  }
}
