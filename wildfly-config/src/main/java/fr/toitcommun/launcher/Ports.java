package fr.toitcommun.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether the ports are free before anything is started on them. */
final class Ports {

  private Ports() {}

  /**
   * @param address the address that will listen
   * @param port the port wanted
   * @param option the option that names another one
   * @throws StartRefused if another program listens there, or it may not be used
   */
  static void requireFree(String address, int port, String option) {
    try (ServerSocket socket = new ServerSocket()) {
      // A port that a stopped server has just left is free.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (IOException e) {
      throw new StartRefused(
          "Port "
              + port
              + " cannot be used ("
              + e.getMessage()
              + "): stop what listens there, or choose another with "
              + option
              + " N.",
          e);
    }
  }
}
