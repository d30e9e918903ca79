package dev.reroll.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Makes certificates for a server on the loopback interface, with the JDK's own keytool. */
public final class TestCertificate {
  private static final String PASSWORD = "changeit";
  private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

  private TestCertificate() {}

  /** Makes a key store with a certificate that holds for {@code days} from {@code start} on. */
  public static Path make(Path folder, String name, String start, int days) throws Exception {
    Path store = folder.resolve(name + ".p12");
    keytool(
        List.of(
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-dname",
            "CN=localhost",
            "-ext",
            "san=ip:127.0.0.1,dns:localhost",
            "-ext",
            "bc=ca:true",
            "-startdate",
            start,
            "-validity",
            String.valueOf(days),
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD));
    keytool(
        List.of(
            "-exportcert",
            "-rfc",
            "-alias",
            "server",
            "-file",
            pem(store).toString(),
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD));
    return store;
  }

  /** Makes a key store with a certificate that another one has signed; returns the store. */
  static Path makeSigned(Path folder, Path authority, String start, int days) throws Exception {
    Path store = make(folder, "signed", start, days);
    Path request = folder.resolve("signed.csr");
    Path certificate = folder.resolve("signed.crt");
    keytool(
        List.of(
            "-certreq",
            "-alias",
            "server",
            "-file",
            request.toString(),
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD));
    keytool(
        List.of(
            "-gencert",
            "-alias",
            "server",
            "-infile",
            request.toString(),
            "-outfile",
            certificate.toString(),
            "-ext",
            "san=ip:127.0.0.1,dns:localhost",
            "-startdate",
            start,
            "-validity",
            String.valueOf(days),
            "-keystore",
            authority.toString(),
            "-storepass",
            PASSWORD));
    keytool(
        List.of(
            "-importcert",
            "-noprompt",
            "-alias",
            "authority",
            "-file",
            pem(authority).toString(),
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD));
    keytool(
        List.of(
            "-importcert",
            "-noprompt",
            "-alias",
            "server",
            "-file",
            certificate.toString(),
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD));
    return store;
  }

  /** Returns the file with the certificate of {@code store} alone. */
  public static Path pem(Path store) {
    return store.resolveSibling(store.getFileName() + ".pem");
  }

  /** Returns the private key of {@code store} as PEM, for servers that want a file. */
  public static byte[] privateKey(Path store) throws GeneralSecurityException, IOException {
    Key key = keys(store).getKey("server", PASSWORD.toCharArray());
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return ("-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static KeyStore keys(Path store) throws GeneralSecurityException, IOException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    return keys;
  }

  static SSLContext context(Path store) throws GeneralSecurityException, IOException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys(store), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  static SSLContext unusedContext() {
    try {
      return SSLContext.getDefault();
    } catch (GeneralSecurityException everyJdkHasOne) {
      throw new IllegalStateException(everyJdkHasOne);
    }
  }

  private static void keytool(List<String> arguments) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(Stream.of(KEYTOOL.toString()), arguments.stream()).toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
