package fr.toitcommun.web.shell;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link Problems} around every page. */
public class ProblemsFactory extends ExceptionHandlerFactory {
  /** Called by Faces. */
  public ProblemsFactory(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new Problems(getWrapped().getExceptionHandler());
  }
}
