package fr.toitcommun.ejb.job;

import java.util.UUID;

/**
 * This server as runs name it: its node and, since a node that was started anew knows nothing of
 * what it ran before, a sign of this start.
 */
final class ThisServer {
  static final String NAME =
      System.getProperty("jboss.node.name", "server")
          + " "
          + UUID.randomUUID().toString().substring(0, 8);

  private ThisServer() {}
}
