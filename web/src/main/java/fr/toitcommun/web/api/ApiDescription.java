package fr.toitcommun.web.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Says in the description of the interface what holds for all of it. Named in {@code
 * microprofile-config.properties}.
 */
public class ApiDescription implements OASFilter {
  private static final Map<String, String> REFUSALS =
      Map.of(
          "400", "The request cannot be read: malformed, unknown field, wrong type",
          "401", "Nobody is authenticated",
          "403", "The right is missing, or another site sent the request",
          "404", "There is no such thing for this caller");
  private static final Map<String, String> REFUSED_CHANGES =
      Map.of(
          "409", "Another operation touched the same data at once; it may be repeated",
          "413", "The body is longer than 256 KiB",
          "415", "The body is not JSON in UTF-8");

  /** Acts whose body may be longer: see {@link BodyReader}. */
  private static final Set<String> KEEP_AGREEMENTS = Set.of("agree", "changeAgreement");

  private static final Map<String, String> REFUSED_AGREEMENTS =
      Map.of("413", "The body is longer than 4 MiB");
  private static final String DOCUMENT = "application/octet-stream";
  private static final Map<String, String> REFUSED_DOCUMENTS =
      Map.of(
          "413",
              "The body is longer than 64 MiB; one longer than a document may be is refused by 422",
          "415", "The body is not announced as one of these types");
  private static final Map<String, String> REFUSED_VERSIONS =
      Map.of(
          "412", "Someone else changed the demand: its version and what changed",
          "428", "If-Match is missing");

  /** What answers leave out: see {@link Json}. */
  private static final Map<String, String> LEFT_OUT =
      Map.of("DemandFile", "id", "CandidateRow", "demandId", "VacancyRow", "landlordId");

  @Override
  public Operation filterOperation(Operation operation) {
    refusals(operation, REFUSALS);
    refusals(operation, Map.of("422", "Refused, naming every fault; nothing is stored"));
    if (operation.getRequestBody() != null) {
      refusals(operation, REFUSED_CHANGES);
      if (operation.getRequestBody().getContent().hasMediaType(DOCUMENT)) {
        refusals(operation, REFUSED_DOCUMENTS);
      }
      if (KEEP_AGREEMENTS.contains(operation.getOperationId())) {
        refusals(operation, REFUSED_AGREEMENTS);
      }
    }
    if (operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
      refusals(operation, REFUSED_VERSIONS);
    }
    operation
        .getResponses()
        .setAPIResponses(new TreeMap<>(operation.getResponses().getAPIResponses()));
    return operation;
  }

  private static void refusals(Operation operation, Map<String, String> refusals) {
    refusals.forEach(
        (status, description) ->
            operation.getResponses().addAPIResponse(status, problem(description)));
  }

  private static APIResponse problem(String description) {
    return OASFactory.createAPIResponse()
        .description(description)
        .content(
            OASFactory.createContent()
                .addMediaType(
                    Problem.MEDIA_TYPE,
                    OASFactory.createMediaType()
                        .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))));
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    // Found by the same name wherever it is served.
    api.setServers(List.of(OASFactory.createServer().url("/")));
    Map<String, Schema> schemas = new TreeMap<>(api.getComponents().getSchemas());
    LEFT_OUT.forEach(
        (schema, property) -> {
          if (schemas.containsKey(schema)) {
            schemas.get(schema).removeProperty(property);
          }
        });
    api.getComponents().setSchemas(schemas);
  }
}
