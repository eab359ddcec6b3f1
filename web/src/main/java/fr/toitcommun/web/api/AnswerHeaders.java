package fr.toitcommun.web.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Answers name persons: nothing on the way keeps them. Texts in them depend on the language. */
@Provider
public class AnswerHeaders implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
    answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    answer.getHeaders().putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
