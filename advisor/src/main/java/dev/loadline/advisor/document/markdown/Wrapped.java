package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Passage.Place;
import dev.loadline.advisor.document.markdown.Passage.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/**
 * The sentences of a paragraph. Prose runs over the ends of lines, lists of labels do not: a line
 * that goes on in lower case or with a figure belongs to the one before it. A sentence has the line
 * on which it begins.
 */
final class Wrapped {
  private static final Pattern GOES_ON = Pattern.compile("^[a-z0-9~<>≤≥(%/].*");
  private static final Pattern ENDS = Pattern.compile(".*(?:[.:;!?|]|\\*\\*|\\\\| {2})$");
  private static final Pattern BETWEEN = Pattern.compile("(?<=[.!?])\\s+(?=[A-Z*`\"(])");

  private Wrapped() {}

  static List<Sentence> sentences(Paragraph paragraph, Place place, int order, Context context) {
    List<Sentence> sentences = new ArrayList<>();
    for (List<Line> group : groups(paragraph)) {
      split(group, place, order, context, sentences);
    }
    return sentences;
  }

  private record Line(int number, String text) {}

  private static List<List<Line>> groups(Paragraph paragraph) {
    List<List<Line>> groups = new ArrayList<>();
    String before = "";
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      String text = ((Text) node).getLiteral();
      if (groups.isEmpty()
          || (ENDS.matcher(before).matches() && !before.endsWith("."))
          || (!before.endsWith(".") && !GOES_ON.matcher(text).matches())) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(new Line(Blocks.line(node), text.strip()));
      before = text;
    }
    return groups;
  }

  private static void split(
      List<Line> group, Place place, int order, Context context, List<Sentence> into) {
    StringBuilder joined = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    for (Line line : group) {
      joined.append(joined.isEmpty() ? "" : "\n");
      starts.add(joined.length());
      joined.append(line.text());
    }
    int from = 0;
    for (String part : BETWEEN.split(joined)) {
      int at = joined.indexOf(part, from);
      from = at + part.length();
      into.add(new Sentence(lineAt(group, starts, at), part, place, order, context));
    }
  }

  private static int lineAt(List<Line> group, List<Integer> starts, int offset) {
    int line = group.get(0).number();
    for (int i = 0; i < starts.size() && starts.get(i) <= offset; i++) {
      line = group.get(i).number();
    }
    return line;
  }
}
