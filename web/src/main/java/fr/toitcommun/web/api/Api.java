package fr.toitcommun.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The interface for systems under {@code /api/v1}. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
    info =
        @Info(
            title = "Toit commun",
            version = "1",
            description =
                "The shared departmental file of social-housing demand, for systems. The same acts"
                    + " and rights as on screen: what lies outside the caller's scope answers 404,"
                    + " what the caller has no right to answers 403, and both are journalled. Every"
                    + " fault is a problem (RFC 9457, application/problem+json) that names each"
                    + " field; messages are French, or English by Accept-Language. Fields that are"
                    + " not described here are refused. Bodies are JSON in UTF-8, 256 KiB at most,"
                    + " but for agreements and the content of documents; dates are written"
                    + " 2006-12-31; codes are those of /code-lists. Changes state the version read"
                    + " in If-Match and are refused by 412 when someone else changed the demand,"
                    + " with what changed."),
    components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)),
    security = {@SecurityRequirement(name = "basic"), @SecurityRequirement(name = "session")},
    tags = {
      @Tag(name = "Commission"),
      @Tag(name = "Demands"),
      @Tag(name = "Documents"),
      @Tag(name = "Dwellings"),
      @Tag(name = "Observatory"),
      @Tag(name = "Proposals"),
      @Tag(name = "Reference"),
      @Tag(name = "Session")
    })
@SecurityScheme(
    securitySchemeName = "basic",
    type = SecuritySchemeType.HTTP,
    scheme = "basic",
    description = "Login and password of an agent's account, UTF-8.")
@SecurityScheme(
    securitySchemeName = "session",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.COOKIE,
    apiKeyName = "toitcommun",
    description =
        "The cookie that POST /session gives; it spares the checking of the password on each call."
            + " Methods other than GET then need the header X-Requested-With, or an Origin equal to"
            + " the host.")
public class Api extends Application {}
