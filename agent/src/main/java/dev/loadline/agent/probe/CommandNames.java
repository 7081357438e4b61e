package dev.loadline.agent.probe;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the commands of a library are called on the wire, read once for each of its enumerations;
 * those of somebody else, of which there may be any number, are called {@code other}.
 */
public final class CommandNames extends ClassValue<String[]> {

  private static final String OTHER = "other";

  private final String library;
  private final Fields wire;

  /**
   * @param library what the names of the library's classes begin with
   * @param wire the field of a constant that has the bytes that are sent
   */
  public CommandNames(String library, String wire) {
    this.library = library;
    this.wire = Fields.named(wire);
  }

  /** The name of a command, e.g. GET or JSON.GET. */
  @SuppressWarnings("EnumOrdinal")
  public String of(@Nullable Object command) {
    if (!(command instanceof Enum)) {
      return OTHER;
    }
    Enum<?> constant = (Enum<?>) command;
    String[] names = get(constant.getDeclaringClass());
    return constant.ordinal() < names.length ? names[constant.ordinal()] : OTHER;
  }

  @Override
  protected String[] computeValue(Class<?> type) {
    Object[] all = type.getName().startsWith(library) ? type.getEnumConstants() : null;
    String[] names = new String[all == null ? 0 : all.length];
    for (int i = 0; all != null && i < names.length; i++) {
      names[i] = name((Enum<?>) all[i]);
    }
    return names;
  }

  private String name(Enum<?> command) {
    try {
      Object bytes = wire.of(command);
      return bytes instanceof byte[]
          ? new String((byte[]) bytes, StandardCharsets.US_ASCII)
          : command.name();
    } catch (Throwable unreadable) {
      return command.name();
    }
  }
}
