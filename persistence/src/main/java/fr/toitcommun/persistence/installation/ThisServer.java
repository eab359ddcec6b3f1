package fr.toitcommun.persistence.installation;

import java.util.UUID;

/**
 * This server as the account of its work names it: its node and, since a node that was started anew
 * knows nothing of what it ran before, a sign of this start.
 */
public final class ThisServer {
  /** The node, a space, the sign of this start. */
  public static final String NAME =
      System.getProperty("jboss.node.name", "server")
          + " "
          + UUID.randomUUID().toString().substring(0, 8);

  private ThisServer() {}
}
