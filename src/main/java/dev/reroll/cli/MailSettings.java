package dev.reroll.cli;

import dev.reroll.deliver.BodyEncoding;
import dev.reroll.message.Refusal;
import dev.reroll.render.mail.MailTemplate;
import dev.reroll.settings.SendEmailSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Reads what the configuration says about the text of mails. */
final class MailSettings {
  private final SendEmailSettings settings;
  private final Path folder;

  MailSettings(SendEmailSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /** Finds how bodies travel; what git calls auto, 7bit and 8bit is what suits each body. */
  Optional<BodyEncoding> encoding() throws Refusal {
    String wish = settings.findText("transferencoding").orElse("auto").toLowerCase(Locale.ROOT);
    return switch (wish) {
      case "auto", "7bit", "8bit" -> Optional.empty();
      case "quoted-printable" -> Optional.of(BodyEncoding.QUOTED_PRINTABLE);
      case "base64" -> Optional.of(BodyEncoding.BASE64);
      default ->
          throw Refusal.unreadable(
              "sendemail.transferencoding cannot be '" + wish + "'",
              "git config sendemail.transferencoding auto");
    };
  }

  Optional<String> pageUrl() throws Refusal {
    Optional<String> url = settings.own("pageurl");
    if (url.isPresent() && !url.get().contains("%s")) {
      throw Refusal.unreadable(
          "reroll.pageurl has no %s for the message id: '" + url.get() + "'",
          "git config reroll.pageurl https://example.org/reroll/%s/");
    }
    return url;
  }

  MailTemplate template() throws Refusal {
    Optional<String> name = settings.own("mailtemplate");
    if (name.isEmpty()) {
      return MailTemplate.STANDARD;
    }
    String text = text(name.get());
    Optional<String> unknown = MailTemplate.unknownPlace(text);
    if (unknown.isPresent()) {
      throw Refusal.unreadable(
          "the template '" + name.get() + "' has an unknown placeholder: ${" + unknown.get() + "}",
          "git config --unset reroll.mailtemplate");
    }
    return MailTemplate.of(text);
  }

  private String text(String name) throws Refusal {
    try {
      return Files.readString(folder.resolve(inHome(name)), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw Refusal.unreadable(
          "cannot read the template '" + name + "' of reroll.mailtemplate",
          "git config --unset reroll.mailtemplate");
    }
  }

  /** Git's configuration writes paths below the home with a tilde. */
  private String inHome(String name) {
    return name.startsWith("~/") ? settings.home().orElse("~") + name.substring(1) : name;
  }
}
