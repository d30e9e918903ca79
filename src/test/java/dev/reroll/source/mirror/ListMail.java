package dev.reroll.source.mirror;

import java.util.ArrayList;
import java.util.List;

/** Writes a mail to a list. */
public final class ListMail {
  private final String id;
  private final List<String> headers = new ArrayList<>();
  private String from = "Mira Holt <mira@example.org>";
  private String date = "Mon, 2 Mar 2026 08:00:00 +0000";
  private String subject = "a mail";
  private String body = "Some words.\n";

  public ListMail(String id) {
    this.id = id;
  }

  ListMail from(String who) {
    from = who;
    return this;
  }

  ListMail on(String when) {
    date = when;
    return this;
  }

  public ListMail about(String what) {
    subject = what;
    return this;
  }

  public ListMail answering(String... above) {
    headers.add("In-Reply-To: <" + above[above.length - 1] + ">");
    headers.add("References: <" + String.join(">\n <", above) + ">");
    return this;
  }

  ListMail through(String listId) {
    headers.add("List-Id: A list <" + listId + ">");
    return this;
  }

  public ListMail saying(String text) {
    body = text;
    return this;
  }

  /** Makes it a patch of one line in {@code path}. */
  public ListMail patching(String path) {
    body =
        """
        Say it better.

        Signed-off-by: Mira Holt <mira@example.org>
        ---
         PATH | 2 +-
         1 file changed, 1 insertion(+), 1 deletion(-)

        diff --git a/PATH b/PATH
        index 1111111..2222222 100644
        --- a/PATH
        +++ b/PATH
        @@ -1 +1 @@
        -old
        +new
        --\s
        2.39.5
        """
            .replace("PATH", path);
    return this;
  }

  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("From: ").append(from).append('\n');
    text.append("Date: ").append(date).append('\n');
    text.append("Message-ID: <").append(id).append(">\n");
    text.append("Subject: ").append(subject).append('\n');
    headers.forEach(header -> text.append(header).append('\n'));
    return text.append('\n').append(body).toString();
  }
}
