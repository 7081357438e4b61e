package dev.loadline.agent.probe;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import dev.loadline.agent.probe.Point.Wants;
import java.lang.instrument.ClassFileTransformer;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.MethodGraph;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.utility.JavaModule;
import org.jspecify.annotations.Nullable;

/**
 * Weaves the advice into the classes that the hooks name, after looking whether they have all that
 * the probe needs; a probe that does not fit is broken as a whole and changes nothing.
 */
final class Weaver implements AgentBuilder.Transformer {

  private static final String WITHOUT_UNSAFE = "net.bytebuddy.safe";

  /** Supertypes are left alone: another agent may have added one that exists in memory only. */
  private static final MethodGraph.Compiler DECLARED_METHODS =
      MethodGraph.Compiler.ForDeclaredMethods.INSTANCE;

  private final Hook[] hooks;

  private Weaver(Hook[] hooks) {
    this.hooks = hooks;
  }

  /** Byte Buddy asks for this property once; under its relocated name nobody else does. */
  static ClassFileTransformer transformer(Hook[] hooks, Set<String> types) {
    System.setProperty(WITHOUT_UNSAFE, "true");
    try {
      return raw(hooks, types);
    } finally {
      System.clearProperty(WITHOUT_UNSAFE);
    }
  }

  private static ClassFileTransformer raw(Hook[] hooks, Set<String> types) {
    return new AgentBuilder.Default(new ByteBuddy().with(DECLARED_METHODS))
        .disableClassFormatChanges()
        .with(AgentBuilder.TypeStrategy.Default.DECORATE)
        .with(AgentBuilder.DescriptionStrategy.Default.POOL_ONLY)
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .with(new Failures(hooks))
        .ignore(none())
        .type(namedOneOf(types.toArray(new String[0])))
        .transform(new Weaver(hooks))
        .makeRaw();
  }

  @Override
  public DynamicType.Builder<?> transform(
      DynamicType.Builder<?> builder,
      TypeDescription type,
      @Nullable ClassLoader loader,
      @Nullable JavaModule module,
      @Nullable ProtectionDomain domain) {
    DynamicType.Builder<?> woven = builder;
    for (int id = 0; id < hooks.length; id++) {
      Hook hook = hooks[id];
      if (hook.point.type().equals(type.getName()) && fits(hook, type, domain)) {
        woven = woven.visit(advice(hook.point, id).on(methods(hook.point)));
        hook.state.wove(type.getName());
      }
    }
    return woven;
  }

  private static boolean fits(Hook hook, TypeDescription type, @Nullable ProtectionDomain domain) {
    Point point = hook.point;
    MethodList<?> methods = type.getDeclaredMethods().filter(methods(point));
    if (point.isOptional() && methods.isEmpty()) {
      return false;
    }
    TypeDefinition parent = type.getSuperClass();
    if (parent != null && parent.getTypeName().equals(hook.unlessExtends())) {
      return false;
    }
    String missing = methods.isEmpty() ? point.method() : null;
    for (MethodDescription method : methods) {
      for (Path path : new @Nullable Path[] {point.subject(), point.owner()}) {
        String step = path == null ? null : path.missing(type, method);
        missing = step == null ? missing : step;
      }
    }
    for (String getter : point.getters()) {
      missing = has(type, getter) ? missing : getter;
    }
    if (missing != null) {
      hook.state.broke(point.type(), missing, version(domain));
    }
    return hook.state.works();
  }

  private static boolean has(TypeDescription type, String getter) {
    for (TypeDefinition at : type) {
      if (!at.getDeclaredMethods()
          .filter(named(getter).and(takesNoArguments()).and(isPublic()))
          .isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** The archive's name, which nearly always tells the version; no file is opened for it. */
  private static String version(@Nullable ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "";
    }
    String path = source.getLocation().getPath().replaceAll("[!/]+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static ElementMatcher.Junction<MethodDescription> methods(Point point) {
    ElementMatcher.Junction<MethodDescription> matcher =
        point.prefix() ? nameStartsWith(point.method()) : namedOneOf(point.names());
    matcher = matcher.and(not(isAbstract())).and(new Shape(point));
    if (point.wants() != Wants.ARGUMENTS) {
      matcher = matcher.and(not(isStatic()));
    }
    if (point.visible()) {
      matcher = matcher.and(isPublic());
    }
    if (point.wants() == Wants.RESULT && !point.counted()) {
      return matcher.and(takesNoArguments());
    }
    return point.wants() == Wants.ARGUMENT ? matcher.and(takesArgument(0, ANY)) : matcher;
  }

  private static final ElementMatcher<TypeDescription> ANY =
      net.bytebuddy.matcher.ElementMatchers.any();

  /** The number of parameters that the point asks for. */
  private static final class Shape
      extends ElementMatcher.Junction.ForNonNullValues<MethodDescription> {

    private final Point point;

    Shape(Point point) {
      this.point = point;
    }

    @Override
    protected boolean doMatch(MethodDescription method) {
      return point.takes(method.getParameters().size()) && !another(method);
    }

    /** Whether the class has a method of this name that is to be hooked rather than this one. */
    private boolean another(MethodDescription method) {
      String first = point.rather();
      if (first == null || begins(method, first)) {
        return false;
      }
      for (MethodDescription other :
          method.getDeclaringType().getDeclaredMethods().filter(named(method.getName()))) {
        if (begins(other, first)) {
          return true;
        }
      }
      return false;
    }

    private static boolean begins(MethodDescription method, String first) {
      return !method.getParameters().isEmpty()
          && method.getParameters().get(0).getType().asErasure().getName().equals(first);
    }
  }

  private static final Map<Wants, Class<?>> ADVICE = new EnumMap<>(Wants.class);

  static {
    ADVICE.put(Wants.NOTHING, PlainAdvice.class);
    ADVICE.put(Wants.RESULT, ResultAdvice.class);
    ADVICE.put(Wants.ARGUMENT, ArgumentAdvice.class);
    ADVICE.put(Wants.CALL, CallAdvice.class);
    ADVICE.put(Wants.FIRST, FirstAdvice.class);
    ADVICE.put(Wants.SQL, SqlAdvice.class);
    ADVICE.put(Wants.SECOND, SecondAdvice.class);
    ADVICE.put(Wants.WORKER, WorkerAdvice.class);
    ADVICE.put(Wants.BOTH, BothAdvice.class);
    ADVICE.put(Wants.ENTRY, EntryAdvice.class);
    ADVICE.put(Wants.FAILURE, FailureAdvice.class);
    ADVICE.put(Wants.ARGUMENTS, ArgumentsAdvice.class);
    ADVICE.put(Wants.PART, PartAdvice.class);
    ADVICE.put(Wants.TASK, RunAdvice.class);
  }

  private static Advice advice(Point point, int id) {
    return Advice.withCustomMapping()
        .bind(HookId.class, id)
        .bind(Subject.class, Path.object(point.subject()))
        .bind(Owner.class, Path.object(point.owner()))
        .bind(AtTime.class, Path.time(point.time()))
        .to(
            ADVICE.get(point.wants()),
            ClassFileLocator.ForClassLoader.of(Weaver.class.getClassLoader()));
  }

  /** A class that could not be woven breaks the probes that name it. */
  private static final class Failures extends AgentBuilder.Listener.Adapter {

    private final Hook[] hooks;

    Failures(Hook[] hooks) {
      this.hooks = hooks;
    }

    @Override
    public void onError(
        String type,
        @Nullable ClassLoader loader,
        @Nullable JavaModule module,
        boolean loaded,
        Throwable thrown) {
      for (Hook hook : hooks) {
        if (hook.point.type().equals(type)) {
          hook.state.broke(type, thrown.toString(), "");
        }
      }
    }
  }
}
