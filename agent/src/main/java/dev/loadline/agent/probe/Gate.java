package dev.loadline.agent.probe;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a set of names before anything of Byte Buddy is loaded: an application that uses none of the
 * libraries never pays for it.
 */
final class Gate implements ClassFileTransformer {

  private final Set<String> internalNames = new HashSet<>();
  private final Set<String> types;
  private final Hook[] hooks;
  private @Nullable ClassFileTransformer weaver;

  Gate(Hook[] hooks) {
    this.hooks = hooks;
    types = new HashSet<>();
    for (Hook hook : hooks) {
      types.add(hook.point.type());
      internalNames.add(hook.point.type().replace('.', '/'));
    }
  }

  boolean names(Class<?> type) {
    return types.contains(type.getName());
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] code) {
    if (name == null || !internalNames.contains(name)) {
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
