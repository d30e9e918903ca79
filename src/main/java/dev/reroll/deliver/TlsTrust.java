package dev.reroll.deliver;

import dev.reroll.message.Refusal;
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
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Trusts the certificates that {@code sendemail.smtpsslcertpath} names, and no others. */
final class TlsTrust {
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
      all.addAll(factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file))));
    } catch (CertificateException noCertificate) {
      return;
    }
  }
}
