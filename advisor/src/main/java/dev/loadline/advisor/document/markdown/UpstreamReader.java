package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Fact.Kind;
import dev.loadline.advisor.document.markdown.Passage.Listing;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads nginx: how many servers stand behind it, how it chooses, and its request limits. */
final class UpstreamReader implements Reader {
  private static final Pattern UPSTREAM = Pattern.compile("^\\s*upstream\\s+\\S+\\s*\\{");
  private static final Pattern SERVER = Pattern.compile("^\\s*server\\s+[\\w.$-]+(?::\\d+)?[^{]*;");
  private static final Pattern POLICY = Pattern.compile("^\\s*(least_conn|ip_hash|random|hash)\\b");
  private static final Pattern LIMIT = Pattern.compile("limit_req_zone.*\\brate=(\\d+)r/([sm])");

  @Override
  public void read(List<Passage> passages, Findings findings) {
    for (Passage passage : passages) {
      if (passage instanceof Listing listing) {
        upstreams(listing, findings);
        limits(listing, findings);
      }
    }
  }

  private static void upstreams(Listing listing, Findings findings) {
    int start = -1;
    int servers = 0;
    for (int i = 0; i < listing.lines().size(); i++) {
      String line = listing.lines().get(i);
      if (UPSTREAM.matcher(line).find()) {
        start = i;
        servers = 0;
      } else if (start >= 0 && SERVER.matcher(line).find()) {
        servers++;
      } else if (start >= 0 && POLICY.matcher(line).find()) {
        Matcher policy = POLICY.matcher(line);
        String name = policy.find() ? policy.group(1) : "";
        findings.words("loadbalancer.policy", name, Kind.CLAIM, spot(listing, i), "");
      } else if (start >= 0 && line.strip().startsWith("}")) {
        if (servers > 0) {
          Figure figure = Figure.of(servers, "instances");
          findings.figure(Name.setting("loadbalancer.servers", ""), figure, spot(listing, start));
        }
        start = -1;
      }
    }
  }

  private static void limits(Listing listing, Findings findings) {
    for (int i = 0; i < listing.lines().size(); i++) {
      Matcher limit = LIMIT.matcher(listing.lines().get(i));
      if (limit.find()) {
        String unit = limit.group(2).equals("s") ? "requests/second" : "requests/minute";
        Figure figure = Figure.of(Double.parseDouble(limit.group(1)), unit);
        findings.figure(Name.setting("ratelimit.per_client", ""), figure, spot(listing, i));
      }
    }
  }

  private static Spot spot(Listing listing, int index) {
    String line = listing.lines().get(index);
    return new Spot(listing.line() + index, line, "", listing.context());
  }
}
