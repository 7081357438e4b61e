package dev.loadline.advisor.document.markdown;

import dev.loadline.advisor.document.markdown.Passage.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The passages of a document, in order, each with what stands above it. Walks without recursion,
 * and containers nested deeper than {@value #MAX_DEPTH} are text: no document is too deep for it.
 */
final class Blocks {
  static final int MAX_DEPTH = 48;

  static final int MAX_COLUMNS = 64;

  private static final Pattern LEAD =
      Pattern.compile("^\\*\\*([^*]{1,120}?):?\\*\\*(?:\\s*\\([^)]*\\))?\\s*(:?)(.*)$");

  private final List<Passage> passages = new ArrayList<>();
  private final List<Heading> open = new ArrayList<>();
  private final List<String> headings = new ArrayList<>();
  private final Leads leads = new Leads();

  private Blocks() {}

  static List<Passage> of(List<String> lines) {
    Parser parser =
        Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(MAX_DEPTH)
            .inlineParserFactory(context -> Blocks::keepLines)
            .build();
    Blocks blocks = new Blocks();
    blocks.walk(parser.parse(String.join("\n", lines)));
    return blocks.passages;
  }

  /** Inline Markdown stays as it is written, one node for each line. */
  private static void keepLines(org.commonmark.parser.SourceLines lines, Node block) {
    lines
        .getLines()
        .forEach(
            line -> {
              Text text = new Text(line.getContent().toString());
              if (line.getSourceSpan() != null) {
                text.addSourceSpan(line.getSourceSpan());
              }
              block.appendChild(text);
            });
  }

  private void walk(Node root) {
    for (Node node = root; node != null; node = next(root, node)) {
      enter(node);
    }
  }

  private static @Nullable Node next(Node root, Node node) {
    if (node.getFirstChild() != null && !leaf(node)) {
      return node.getFirstChild();
    }
    Node up = node;
    while (up != root && up.getNext() == null) {
      up = up.getParent();
    }
    return up == root ? null : up.getNext();
  }

  private static boolean leaf(Node node) {
    return node instanceof Heading || node instanceof Paragraph || node instanceof TableBlock;
  }

  private void enter(Node node) {
    if (node instanceof Heading heading) {
      heading(heading);
    } else if (node instanceof Paragraph paragraph) {
      paragraph(paragraph);
    } else if (node instanceof FencedCodeBlock code) {
      int opening = line(code);
      listing(code, opening + 1, language(code.getInfo()), code.getLiteral());
    } else if (node instanceof IndentedCodeBlock code) {
      listing(code, line(code), "", code.getLiteral());
    } else if (node instanceof TableBlock table) {
      table(table);
    }
  }

  private static String language(@Nullable String info) {
    return info == null ? "" : Plain.lower(info).strip().split("[\\s{]", 2)[0];
  }

  private void heading(Heading heading) {
    String text = Plain.text(content(heading)).replaceFirst(":$", "");
    while (!open.isEmpty() && open.get(open.size() - 1).getLevel() >= heading.getLevel()) {
      open.remove(open.size() - 1);
      headings.remove(headings.size() - 1);
    }
    leads.forget();
    Context above = new Context(headings, List.of());
    passages.add(new Passage.Sentence(line(heading), content(heading), Place.HEADING, 0, above));
    open.add(heading);
    headings.add(text);
  }

  private void paragraph(Paragraph paragraph) {
    boolean item = paragraph.getParent() instanceof ListItem;
    boolean first = item && paragraph.getPrevious() == null;
    int order = first ? order((ListItem) paragraph.getParent()) : 0;
    for (Passage.Sentence sentence :
        Wrapped.sentences(paragraph, item ? Place.ITEM : Place.TEXT, order, context(paragraph))) {
      if (!item) {
        lead(sentence);
      }
      passages.add(
          new Passage.Sentence(
              sentence.line(),
              sentence.text(),
              sentence.place(),
              sentence.order(),
              item ? sentence.context() : context(paragraph)));
    }
    if (first) {
      leads.item((ListItem) paragraph.getParent(), Plain.text(content(paragraph)));
    }
  }

  private void lead(Passage.Sentence sentence) {
    var bold = LEAD.matcher(sentence.text().strip());
    boolean labelled =
        bold.matches() && (!bold.group(2).isEmpty() || sentence.text().contains(":**"));
    boolean wholly = bold.matches() && bold.group(3).isBlank();
    if (wholly && Character.isLetter(bold.group(1).charAt(0))) {
      leads.say(sentence.plain().replaceFirst(":$", ""));
    } else if (labelled) {
      leads.say(bold.group(1));
    } else if (sentence.plain().endsWith(":")) {
      leads.say(sentence.plain().replaceFirst(":$", ""));
    }
  }

  private static int order(ListItem item) {
    if (!(item.getParent() instanceof OrderedList list)) {
      return 0;
    }
    int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
    for (Node before = item.getPrevious(); before != null; before = before.getPrevious()) {
      number++;
    }
    return number;
  }

  private void listing(Node code, int line, String language, String literal) {
    List<String> lines = literal.lines().toList();
    passages.add(new Passage.Listing(line, language, lines, context(code)));
  }

  private void table(TableBlock table) {
    List<String> header = List.of();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (part instanceof TableHead) {
          header = cells((TableRow) row);
        } else {
          passages.add(new Passage.Row(line(row), header, cells((TableRow) row), context(table)));
        }
      }
    }
  }

  private static List<String> cells(TableRow row) {
    List<String> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell && cells.size() < MAX_COLUMNS) {
        cells.add(content(cell).strip());
      }
    }
    return cells;
  }

  private Context context(Node node) {
    return new Context(headings, leads.above(node));
  }

  static String content(Node node) {
    StringBuilder text = new StringBuilder();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Text line) {
        text.append(text.isEmpty() ? "" : " ").append(line.getLiteral());
      }
    }
    return text.toString();
  }

  static int line(Node node) {
    return node.getSourceSpans().isEmpty() ? 1 : node.getSourceSpans().get(0).getLineIndex() + 1;
  }
}
