package dev.reroll.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.reroll.message.MessageId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailLinksTest {
  @Test
  void messageIdTakesThePlaceInTheMask() {
    assertThat(url("https://lists.example.org/%s/raw", "1-v2@example.org"))
        .isEqualTo("https://lists.example.org/1-v2@example.org/raw");
  }

  @Test
  void unusualCharactersAreEscaped() {
    assertThat(url("https://lists.example.org/%s", "a/b?c#d\"<é%s"))
        .isEqualTo("https://lists.example.org/a%2Fb%3Fc%23d%22%3C%C3%A9%25s");
  }

  @Test
  void withoutMaskOrIdThereIsNoLink() {
    assertThat(url("", "1@example.org")).isEmpty();
    assertThat(MailLinks.LORE.url(Optional.empty())).isEmpty();
  }

  @Test
  void onlyAddressesOfTheWebAreMasks() {
    for (String mask :
        new String[] {
          "javascript:alert('%s')", "https://example.org/", "//h/%s", "https://h/%s/%s"
        }) {
      assertThat(MailLinks.isMask(mask)).as(mask).isFalse();
      assertThatIllegalArgumentException().isThrownBy(() -> new MailLinks(mask));
    }
  }

  private static String url(String mask, String id) {
    return new MailLinks(mask).url(Optional.of(new MessageId(id)));
  }
}
