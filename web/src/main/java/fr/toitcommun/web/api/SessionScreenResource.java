package fr.toitcommun.web.api;

import fr.toitcommun.ejb.commission.SessionScreens;
import fr.toitcommun.persistence.commission.SessionScreen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the second screen of a commission's session shows. */
@Path("commission-sessions/{session}/screen")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commission")
public class SessionScreenResource {
  @Inject private SessionScreens screens;

  /** What is shown now. */
  @GET
  @Operation(
      operationId = "readSessionScreen",
      summary = "What the second screen of a session shows (right DECIDE)",
      description =
          "The state changes with the dwelling shown, with decisions and with attendance; it names"
              + " nobody, so that it may be asked for every other second.")
  public SessionScreen screen(@PathParam("session") long session) {
    return screens.state(session);
  }
}
