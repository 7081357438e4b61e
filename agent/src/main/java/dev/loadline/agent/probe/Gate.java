package dev.loadline.agent.probe;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks a set of names before anything of Byte Buddy is loaded: an application that uses none of the
 * libraries never pays for it.
 */
final class Gate implements ClassFileTransformer {

  private final Set<String> internalNames = Collections.newSetFromMap(new ConcurrentHashMap<>());
  private final Deferred deferred = new Deferred();
  private final Set<String> types;
  private final Hook[] hooks;
  private @Nullable ClassFileTransformer weaver;

  Gate(Hook[] hooks) {
    this.hooks = hooks;
    types = new HashSet<>();
    for (Hook hook : hooks) {
      types.add(hook.point.type());
      String trigger = hook.point.trigger();
      if (trigger == null) {
        internalNames.add(internal(hook.point.type()));
      } else {
        deferred.add(hook.point.type(), trigger);
      }
    }
  }

  private static String internal(String type) {
    return type.replace('.', '/');
  }

  /** A class is there that others may have waited for. */
  void loaded(String type) {
    deferred.loaded(internal(type));
  }

  /** Lets classes in that waited for one that is loaded now; their names. */
  Set<String> open() {
    Set<String> opened = deferred.take();
    for (String type : opened) {
      internalNames.add(internal(type));
    }
    return opened;
  }

  boolean names(Class<?> type) {
    return internalNames.contains(internal(type.getName()));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] code) {
    if (name == null) {
      return null;
    }
    deferred.loaded(name);
    if (!internalNames.contains(name)) {
      return null;
    }
    try {
      return weaver().transform(loader, name, redefined, domain, code);
    } catch (Throwable failure) {
      broke(name.replace('/', '.'), failure);
      return null;
    }
  }

  /** A class that cannot be woven breaks the probes that name it. */
  void broke(String type, Throwable failure) {
    for (Hook hook : hooks) {
      if (hook.point.type().equals(type)) {
        hook.state.broke(type, failure.toString(), "");
      }
    }
  }

  private synchronized ClassFileTransformer weaver() {
    if (weaver == null) {
      weaver = Weaver.transformer(hooks, types);
    }
    return weaver;
  }
}
