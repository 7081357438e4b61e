package dev.loadline.advisor.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docs/capacity.md:31} as a location of SARIF: an address and a line. */
public final class SarifPlace {
  /** Behind the name of a document whose draft is meant: its lines are not the document's. */
  public static final String DRAFT = " (draft)";

  private static final Pattern PLACE = Pattern.compile("(.*?)(?::(\\d{1,9}))?(?::\\d{1,9})?");

  private SarifPlace() {}

  static JsonNode of(String where) {
    Matcher place = PLACE.matcher(where);
    String file = place.matches() ? place.group(1) : where;
    ObjectNode physical = JsonText.object();
    String written =
        file.endsWith(DRAFT) ? file.substring(0, file.length() - DRAFT.length()) : file;
    physical.set("artifactLocation", JsonText.object().put("uri", uri(written)));
    if (place.matches() && place.group(2) != null && written.equals(file)) {
      int line = Math.max(1, Integer.parseInt(place.group(2)));
      physical.set("region", JsonText.object().put("startLine", line));
    }
    return JsonText.object().set("physicalLocation", physical);
  }

  private static String uri(String file) {
    String path = file.replace('\\', '/').replaceAll("^(\\./)+", "");
    try {
      return path.startsWith("/")
          ? new URI("file", "", path, null).toASCIIString()
          : new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      return path;
    }
  }
}
