package dev.loadline.agent;

import dev.loadline.agent.probe.Probe;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A test that runs with every version that the {@link Versions} of its class name. It gets the
 * library, {@code group:artifact:version}, and the Java home; where the library is the JDK, only
 * the latter.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(EachVersion.Source.class)
@interface EachVersion {

  /** The probe whose versions are meant, where the class names those of several. */
  Class<? extends Probe> of() default Probe.class;

  /** Whether the versions are meant that do not fit. */
  boolean broken() default false;

  /** The arguments. */
  final class Source implements ArgumentsProvider, AnnotationConsumer<EachVersion> {

    private Class<? extends Probe> of = Probe.class;
    private boolean broken;

    @Override
    public void accept(EachVersion annotation) {
      of = annotation.of();
      broken = annotation.broken();
    }

    @Override
    public Stream<Arguments> provideArguments(
        ParameterDeclarations parameters, ExtensionContext context) {
      return Tested.by(context.getRequiredTestClass()).stream()
          .filter(each -> of == Probe.class || each.probe() == of)
          .filter(each -> each.works() != broken)
          .flatMap(each -> each.homes().stream().map(home -> arguments(each, home)));
    }

    private static Arguments arguments(Tested each, String home) {
      return each.ofJdk() ? Arguments.of(home) : Arguments.of(each.library(), home);
    }
  }
}
