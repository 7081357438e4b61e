package dev.loadline.collector.yaml;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Turns the text of one scalar into a value of the wanted type. */
final class Scalars {
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?");
  private static final Map<Class<?>, Form> FORMS =
      Map.ofEntries(
          Map.entry(String.class, new Form("text", text -> text)),
          Map.entry(int.class, new Form("a whole number such as 10", Integer::valueOf)),
          Map.entry(Integer.class, new Form("a whole number such as 10", Integer::valueOf)),
          Map.entry(long.class, new Form("a whole number such as 10", Long::valueOf)),
          Map.entry(Long.class, new Form("a whole number such as 10", Long::valueOf)),
          Map.entry(double.class, new Form("a number such as 0.5", Scalars::decimal)),
          Map.entry(Double.class, new Form("a number such as 0.5", Scalars::decimal)),
          Map.entry(boolean.class, new Form("true or false", Scalars::truth)),
          Map.entry(Boolean.class, new Form("true or false", Scalars::truth)),
          Map.entry(
              Duration.class, new Form("a duration such as 200ms, 10s or 5min", Durations::parse)),
          Map.entry(URI.class, new Form("an address such as http://host:9090", URI::create)),
          Map.entry(Path.class, new Form("a file path", Path::of)));

  private Scalars() {}

  /** Whether a single scalar can be a value of this type. */
  static boolean knows(Class<?> type) {
    return FORMS.containsKey(type) || type.isEnum() || parse(type).isPresent();
  }

  /** How a sentence says what belongs here. */
  static String describe(Class<?> type) {
    Form form = FORMS.get(type);
    if (form != null) {
      return form.description;
    }
    return type.isEnum()
        ? "one of " + String.join(", ", labels(type))
        : "a " + type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException with the way to mend it, as the end of a sentence
   */
  static Object read(Class<?> type, String text) {
    Form form = FORMS.get(type);
    if (form != null) {
      return form.read(text);
    }
    return type.isEnum() ? constant(type, text) : invoke(parse(type).orElseThrow(), text);
  }

  private static Object constant(Class<?> type, String text) {
    List<String> labels = labels(type);
    int index = labels.indexOf(text);
    if (index < 0) {
      throw new IllegalArgumentException(
          "write one of "
              + String.join(", ", labels)
              + Nearest.to(text, labels).map(near -> "; did you mean '" + near + "'?").orElse(""));
    }
    return type.getEnumConstants()[index];
  }

  static List<String> labels(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  private static Optional<Method> parse(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals("parse"))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
        .filter(method -> type.isAssignableFrom(method.getReturnType()))
        .findFirst();
  }

  private static Object invoke(Method parse, String text) {
    try {
      parse.setAccessible(true);
      return parse.invoke(null, text);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object decimal(String text) {
    double value = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private static Object truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("write true or false");
    };
  }

  private record Form(String description, Function<String, Object> reader) {
    Object read(String text) {
      try {
        return reader.apply(text);
      } catch (IllegalArgumentException | ArithmeticException e) {
        throw new IllegalArgumentException("write " + description, e);
      }
    }
  }
}
