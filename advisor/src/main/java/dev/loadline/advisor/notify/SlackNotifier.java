package dev.loadline.advisor.notify;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Posts to a Slack channel through an incoming webhook.
 *
 * <p>The webhook's address is a password: it is read from its file at every delivery, so that it
 * can be changed without a restart, and appears in no message. What a service is called or why it
 * is tight is shown as text and nothing else: {@code <!channel>} in a name notifies nobody.
 */
public final class SlackNotifier implements Notifier {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
  private static final int MAX_TITLE = 150;
  private static final int MAX_LINE = 300;
  private static final int MAX_TEXT = 2500;

  private final Settings settings;
  private final JsonPost post;

  SlackNotifier(Settings settings, Duration limit) {
    this.settings = settings;
    this.post = new JsonPost(limit);
  }

  /**
   * The keys below {@code slack}.
   *
   * @param webhookFile a file whose only line is the webhook's address
   */
  public record Settings(Path webhookFile) {}

  /** Makes the channel from {@code slack: {webhook_file: /run/secrets/slack}}. */
  @SuppressWarnings("rawtypes")
  @AutoService(NotifierFactory.class)
  public static final class SlackNotifierFactory implements NotifierFactory<Settings> {
    @Override
    public String name() {
      return "slack";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public Notifier create(Settings settings) {
      webhook(settings.webhookFile());
      return new SlackNotifier(settings, LIMIT);
    }
  }

  @Override
  public String name() {
    return "slack";
  }

  @Override
  public Delivery deliver(Notice notice) {
    URI webhook;
    try {
      webhook = webhook(settings.webhookFile());
    } catch (IllegalArgumentException e) {
      return Delivery.retry(Duration.ZERO, String.valueOf(e.getMessage()));
    }
    return post.send(webhook, message(notice), SlackNotifier::judge);
  }

  private static Delivery judge(JsonPost.Answer answer) {
    if (answer.status() == 200 && answer.body().equals("ok")) {
      return Delivery.delivered();
    }
    String reason = "Slack answered " + answer.status() + word(answer.body());
    return answer.passing()
        ? Delivery.retry(answer.retryAfter(), reason)
        : Delivery.failed(reason + "; make a new webhook and put it into webhook_file");
  }

  /** Slack explains itself in one word such as {@code no_service}; anything else stays out. */
  private static String word(String body) {
    return body.matches("[a-z_]{1,60}") ? " " + body : "";
  }

  /** Messages must not carry what the file holds, and so no cause that would. */
  private static URI webhook(Path file) {
    URI address;
    try {
      address = URI.create(Files.readString(file).strip());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "webhook_file " + file + " cannot be read; check that it exists and who may read it");
    } catch (IllegalArgumentException e) {
      throw notAnAddress(file);
    }
    String scheme = String.valueOf(address.getScheme());
    String host = String.valueOf(address.getHost());
    if (scheme.equals("https") && address.getHost() != null) {
      return address;
    } else if (scheme.equals("http") && LOOPBACK.contains(host)) {
      return address;
    }
    throw notAnAddress(file);
  }

  private static IllegalArgumentException notAnAddress(Path file) {
    return new IllegalArgumentException(
        "webhook_file " + file + " does not hold one address that begins with https://");
  }

  private static Map<String, Object> message(Notice notice) {
    String title = plain(notice.title(), MAX_TITLE);
    String mark = notice.firing() ? ":warning:" : ":white_check_mark:";
    return Map.of(
        "text",
        title,
        "blocks",
        List.of(
            section(mark + " *" + title + "*"),
            section(
                lines(notice.lines())
                    + "<"
                    + escape(notice.link().toString())
                    + "|Show the sum>")));
  }

  /** {@code verbatim}: Slack must not look for names and addresses to link. */
  private static Map<String, Object> section(String text) {
    return Map.of(
        "type", "section", "text", Map.of("type", "mrkdwn", "verbatim", true, "text", text));
  }

  /** As many lines as fit; Slack refuses a section of more than 3000 characters. */
  private static String lines(List<String> lines) {
    StringBuilder text = new StringBuilder();
    int shown = 0;
    for (String line : lines) {
      String next = "• " + plain(line, MAX_LINE) + "\n";
      if (text.length() + next.length() > MAX_TEXT) {
        break;
      }
      text.append(next);
      shown++;
    }
    return shown == lines.size()
        ? text.toString()
        : text + "… and " + (lines.size() - shown) + " more\n";
  }

  /** One line of at most {@code limit} characters that cannot address anybody. */
  static String plain(String text, int limit) {
    String line = text.replaceAll("\\s+", " ");
    String cut = line.length() > limit ? line.substring(0, limit - 1) + "…" : line;
    return escape(cut).replace("@", "@\u2060");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
