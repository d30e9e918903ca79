package dev.reroll.deliver;

import dev.reroll.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Tells the mail library how to talk to a server; its names are in its own documentation. */
final class SmtpProperties {
  private static final String PREFIX = "mail.smtp.";

  private final SmtpServer server;
  private final Path folder;
  private final Properties properties = new Properties();

  private SmtpProperties(SmtpServer server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /** Returns the properties for {@code server}; relative names of files start in {@code folder}. */
  static Properties of(SmtpServer server, Path folder) throws Refusal {
    SmtpProperties made = new SmtpProperties(server, folder);
    made.waiting();
    made.encryption();
    made.login();
    server.helloName().ifPresent(name -> made.set("localhost", name));
    return made.properties;
  }

  private void set(String name, Object value) {
    properties.put(PREFIX + name, value);
  }

  private void waiting() {
    String milliseconds = String.valueOf(server.patience().toMillis());
    set("connectiontimeout", milliseconds);
    set("timeout", milliseconds);
    set("writetimeout", milliseconds);
    set("quitwait", "false");
  }

  private void encryption() throws Refusal {
    boolean starttls = server.encryption() == SmtpServer.Encryption.STARTTLS;
    set("starttls.enable", String.valueOf(starttls));
    set("starttls.required", String.valueOf(starttls));
    set("ssl.enable", String.valueOf(server.encryption() == SmtpServer.Encryption.SMTPS));
    Optional<String> certificates = server.certificates();
    boolean checked = certificates.filter(String::isEmpty).isEmpty();
    set("ssl.checkserveridentity", String.valueOf(checked));
    if (!checked) {
      set("ssl.trust", "*");
    } else if (certificates.isPresent() && server.encryption() != SmtpServer.Encryption.NONE) {
      set("ssl.socketFactory", TlsTrust.of(folder.resolve(certificates.get())));
      set("ssl.socketFactory.fallback", "false");
    }
  }

  private void login() {
    set("auth", String.valueOf(server.login().isPresent()));
    server
        .login()
        .filter(login -> !login.mechanisms().isEmpty())
        .ifPresent(login -> set("auth.mechanisms", String.join(" ", login.mechanisms())));
  }

  /** Trusts the certificates that {@code sendemail.smtpsslcertpath} names, and no others. */
  private static final class TlsTrust {
    private static final String HINT = "git config --unset sendemail.smtpsslcertpath";

    private TlsTrust() {}

    /** Returns sockets that trust the PEM certificates in a file, or in the files of a folder. */
    static SSLSocketFactory of(Path place) throws Refusal {
      try {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int count = 0;
        for (Certificate certificate : stillValid(certificates(place), place)) {
          store.setCertificateEntry("ca" + count++, certificate);
        }
        TrustManagerFactory trust =
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
      } catch (IOException | GeneralSecurityException failed) {
        throw Refusal.unreadable(
            "cannot read certificates from '" + place + "': " + failed.getMessage(), HINT);
      }
    }

    /** Java does not ask how old a certificate is that it is told to trust. */
    private static List<Certificate> stillValid(List<Certificate> all, Path place) throws Refusal {
      List<Certificate> valid = new ArrayList<>();
      String last = "no certificate in '" + place + "'";
      for (Certificate certificate : all) {
        try {
          ((X509Certificate) certificate).checkValidity();
          valid.add(certificate);
        } catch (CertificateException expired) {
          last = "no valid certificate in '" + place + "': " + expired.getMessage();
        }
      }
      if (valid.isEmpty()) {
        throw Refusal.unreached("not sent: " + last, HINT);
      }
      return valid;
    }

    private static List<Certificate> certificates(Path place)
        throws IOException, GeneralSecurityException {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      if (!Files.isDirectory(place)) {
        return List.copyOf(
            factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(place))));
      }
      List<Certificate> all = new ArrayList<>();
      try (Stream<Path> files = Files.list(place)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          addFrom(file, factory, all);
        }
      }
      return all;
    }

    /** Folders of certificates hold other files too, which are passed over. */
    private static void addFrom(Path file, CertificateFactory factory, List<Certificate> all)
        throws IOException {
      try {
        all.addAll(
            factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))));
      } catch (CertificateException noCertificate) {
        return;
      }
    }
  }
}
