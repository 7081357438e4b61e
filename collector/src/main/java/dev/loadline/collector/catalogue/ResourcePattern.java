package dev.loadline.collector.catalogue;

import dev.loadline.collector.signal.Resource;
import dev.loadline.collector.signal.ResourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resource of a point, from its labels: {@code pool/{pool}}, {@code pool/{pool_name|pool_type}}
 * for the first that is there, {@code pool/{user|=default}} with a word where none is.
 */
record ResourcePattern(String text, List<Piece> pieces) {

  public static ResourcePattern parse(String text) {
    int slash = text.indexOf('/');
    String kind = slash < 0 ? text : text.substring(0, slash);
    if (slash < 0 || (!kind.contains("{") && ResourceKind.of(kind).isEmpty())) {
      throw new IllegalArgumentException("write kind/name, for example pool/{pool}");
    }
    return new ResourcePattern(text, pieces(text));
  }

  private static List<Piece> pieces(String text) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
      int close = text.indexOf('}', open);
      if (close <= open + 1) {
        throw new IllegalArgumentException("write a label in braces, for example pool/{pool}");
      }
      pieces.add(new Piece(List.of("=" + text.substring(at, open))));
      pieces.add(new Piece(Arrays.asList(text.substring(open + 1, close).split("\\|"))));
      at = close + 1;
    }
    pieces.add(new Piece(List.of("=" + text.substring(at))));
    return List.copyOf(pieces);
  }

  boolean fits(Map<String, String> values) {
    return pieces.stream().allMatch(piece -> piece.in(values).isPresent());
  }

  /** Empty where the labels name no kind or no name. */
  Optional<Resource> fill(Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    for (Piece piece : pieces) {
      filled.append(piece.in(values).orElse(""));
    }
    try {
      return Optional.of(Resource.parse(filled.toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Text, or a label's value.
   *
   * @param choices labels, of which the first that is there counts; a word after {@code =} always
   *     is
   */
  private record Piece(List<String> choices) {

    Optional<String> in(Map<String, String> values) {
      for (String choice : choices) {
        String value = choice.startsWith("=") ? choice.substring(1) : values.get(choice);
        if (value != null) {
          return Optional.of(value);
        }
      }
      return Optional.empty();
    }
  }
}
