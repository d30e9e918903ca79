package dev.reroll.source.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * Opens connections through the proxy that the environment names, as curl(1) does: {@code
 * http_proxy} (lower case only), {@code https_proxy}, {@code all_proxy}, but not to hosts of {@code
 * no_proxy}.
 */
public final class ProxyChoice {
  private final Map<String, String> environment;

  /** Chooses by the variables of {@code environment}. */
  public ProxyChoice(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    if ((either("https_proxy") + either("all_proxy")).contains("@")) {
      // Else the JDK keeps the password to itself where the connection is tunnelled; it reads this
      // once, before the first connection.
      System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
    }
  }

  HttpURLConnection open(URL target) throws IOException {
    String named = proxyFor(target);
    if (named.isEmpty()) {
      return (HttpURLConnection) target.openConnection(Proxy.NO_PROXY);
    }
    URI address = addressOf(named);
    HttpURLConnection connection = (HttpURLConnection) target.openConnection(proxy(address));
    String user = address.getRawUserInfo();
    if (user != null) {
      connection.setAuthenticator(new Login(user));
    }
    return connection;
  }

  /** Returns the proxy's address as the environment has it; empty where there is none. */
  private String proxyFor(URL target) {
    if (isExempt(target)) {
      return "";
    }
    String scheme = target.getProtocol();
    String named =
        scheme.equals("http") ? environment.getOrDefault("http_proxy", "") : either("https_proxy");
    return (named.isEmpty() ? either("all_proxy") : named).strip();
  }

  private String either(String name) {
    String lower = environment.getOrDefault(name, "");
    return lower.isEmpty() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
  }

  private boolean isExempt(URL target) {
    String host = bare(target.getHost());
    int port = target.getPort() < 0 ? target.getDefaultPort() : target.getPort();
    for (String word : either("no_proxy").split("[,\\s]+", -1)) {
      String entry = word.toLowerCase(Locale.ROOT);
      if (entry.endsWith(":" + port)) {
        entry = entry.substring(0, entry.length() - 1 - String.valueOf(port).length());
      }
      entry = bare(entry.startsWith("*.") ? entry.substring(2) : entry);
      entry = entry.startsWith(".") ? entry.substring(1) : entry;
      if (entry.equals("*") || (!entry.isEmpty() && isWithin(host, entry))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(String host, String domain) {
    return host.equals(domain) || host.endsWith("." + domain);
  }

  private static String bare(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("[") && lower.endsWith("]")
        ? lower.substring(1, lower.length() - 1)
        : lower;
  }

  private static URI addressOf(String named) throws IOException {
    try {
      URI address = URI.create(named.contains("://") ? named : "http://" + named);
      if (address.getHost() == null) {
        throw new ConnectException("the proxy '" + named + "' of the environment has no host");
      }
      return address;
    } catch (IllegalArgumentException e) {
      ConnectException noProxy =
          new ConnectException("the proxy of the environment is not an address");
      noProxy.initCause(e);
      throw noProxy;
    }
  }

  private static Proxy proxy(URI address) {
    boolean socks = address.getScheme().startsWith("socks");
    int usual = socks ? 1080 : address.getScheme().equals("https") ? 443 : 1080;
    int port = address.getPort() < 0 ? usual : address.getPort();
    return new Proxy(
        socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, new InetSocketAddress(address.getHost(), port));
  }

  /** Answers a proxy that asks who is there, and nobody else. */
  private static final class Login extends Authenticator {
    private final String name;
    private final String password;

    Login(String userInfo) {
      int colon = userInfo.indexOf(':');
      name = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
      password = decoded(colon < 0 ? "" : userInfo.substring(colon + 1));
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return getRequestorType() == RequestorType.PROXY
          ? new PasswordAuthentication(name, password.toCharArray())
          : super.getPasswordAuthentication();
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
  }
}
