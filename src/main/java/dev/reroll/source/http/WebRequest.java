package dev.reroll.source.http;

import java.net.URI;

/**
 * Asks for one thing.
 *
 * @param method {@code GET}, or {@code POST} without a body
 * @param address where, in ASCII
 */
public record WebRequest(String method, URI address) {
  /** Asks for what is at {@code address}. */
  public static WebRequest get(URI address) {
    return new WebRequest("GET", address);
  }

  /** Asks {@code address} to do something: all that it needs to know is in the address. */
  public static WebRequest post(URI address) {
    return new WebRequest("POST", address);
  }

  /** Returns the name of the server, with its port where that is unusual. */
  public String host() {
    return address.getPort() < 0
        ? String.valueOf(address.getHost())
        : address.getHost() + ":" + address.getPort();
  }
}
