package dev.loadline.agent.probe;

import java.util.Arrays;
import java.util.List;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.method.ParameterDescription;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.constant.DefaultValue;
import net.bytebuddy.implementation.bytecode.member.FieldAccess;
import net.bytebuddy.implementation.bytecode.member.MethodInvocation;
import net.bytebuddy.implementation.bytecode.member.MethodVariableAccess;
import net.bytebuddy.matcher.ElementMatchers;
import org.jspecify.annotations.Nullable;

/**
 * How hooked code reaches something that the hook wants, as plain bytecode of the hooked class:
 * from {@code this} or the number of a parameter over fields and methods without parameters, such
 * as {@code this.connection.getPoolEntry()} or {@code 0.lastAccessed}.
 */
final class Path {

  private static final String CALL = "()";

  private final String text;
  private final List<String> steps;

  Path(String text) {
    this.text = text;
    steps = Arrays.asList(text.split("\\."));
  }

  /** The first step that the classes at hand do not have, or null. */
  @Nullable String missing(TypeDescription type, MethodDescription method) {
    TypeDescription at = start(type, method);
    if (at == null) {
      return steps.get(0);
    }
    for (String step : steps.subList(1, steps.size())) {
      TypeDescription next = next(at, step);
      if (next == null) {
        return step;
      }
      at = next;
    }
    return null;
  }

  private @Nullable TypeDescription start(TypeDescription type, MethodDescription method) {
    if (steps.get(0).equals("this")) {
      return type;
    }
    int parameter = Integer.parseInt(steps.get(0));
    return parameter < method.getParameters().size()
        ? method.getParameters().get(parameter).getType().asErasure()
        : null;
  }

  private static @Nullable TypeDescription next(TypeDescription at, String step) {
    if (step.endsWith(CALL)) {
      MethodDescription method = method(at, step);
      return method == null ? null : method.getReturnType().asErasure();
    }
    FieldDescription field = field(at, step);
    return field == null ? null : field.getType().asErasure();
  }

  private static @Nullable FieldDescription field(TypeDescription type, String name) {
    for (TypeDefinition at : type) {
      FieldList<?> found = at.getDeclaredFields().filter(ElementMatchers.named(name));
      if (!found.isEmpty()) {
        return found.getOnly();
      }
    }
    return null;
  }

  private static @Nullable MethodDescription method(TypeDescription type, String step) {
    String name = step.substring(0, step.length() - CALL.length());
    for (TypeDefinition at : type) {
      MethodList<?> found =
          at.getDeclaredMethods()
              .filter(ElementMatchers.named(name).and(ElementMatchers.takesNoArguments()));
      if (!found.isEmpty()) {
        return found.getOnly();
      }
    }
    return null;
  }

  /** Puts what is at the end of the path onto the stack. */
  private StackManipulation load(
      TypeDescription type, MethodDescription method, Advice.ArgumentHandler arguments) {
    TypeDescription at = start(type, method);
    if (at == null) {
      throw new IllegalStateException(text);
    }
    StackManipulation load =
        at == type
            ? MethodVariableAccess.loadThis()
            : parameter(method.getParameters().get(Integer.parseInt(steps.get(0))), arguments);
    for (String step : steps.subList(1, steps.size())) {
      TypeDescription next = next(at, step);
      if (next == null) {
        throw new IllegalStateException(text);
      }
      load = new StackManipulation.Compound(load, read(at, step));
      at = next;
    }
    return load;
  }

  private static StackManipulation parameter(
      ParameterDescription parameter, Advice.ArgumentHandler arguments) {
    return MethodVariableAccess.of(parameter.getType())
        .loadFrom(arguments.argument(parameter.getOffset()));
  }

  private static StackManipulation read(TypeDescription at, String step) {
    if (step.endsWith(CALL)) {
      MethodDescription method = method(at, step);
      return method == null
          ? StackManipulation.Illegal.INSTANCE
          : MethodInvocation.invoke(method.asDefined());
    }
    FieldDescription field = field(at, step);
    return field == null
        ? StackManipulation.Illegal.INSTANCE
        : FieldAccess.forField(field.asDefined()).read();
  }

  /** What gives an object to a parameter of an advice; without a path null. */
  static Advice.OffsetMapping object(@Nullable Path path) {
    return new Mapping(path, DefaultValue.REFERENCE);
  }

  /** What gives a time; zero without a path, or where this one does not lead to a time. */
  static Advice.OffsetMapping time(@Nullable Path path) {
    return new Mapping(path, DefaultValue.LONG);
  }

  private static final class Mapping implements Advice.OffsetMapping {

    private final @Nullable Path path;
    private final StackManipulation otherwise;

    Mapping(@Nullable Path path, StackManipulation otherwise) {
      this.path = path;
      this.otherwise = otherwise;
    }

    @Override
    public Target resolve(
        TypeDescription type,
        MethodDescription method,
        Assigner assigner,
        Advice.ArgumentHandler arguments,
        Sort sort) {
      return new Target.ForStackManipulation(
          path == null || path.missing(type, method) != null
              ? otherwise
              : path.load(type, method, arguments));
    }
  }
}
