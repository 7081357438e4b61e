package dev.loadline.collector.yaml;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a record's component is where the file leaves its key out, written as it would stand in the
 * file: {@code @Default("10s") Duration interval}, {@code @Default("[]") List<String> targets},
 * {@code @Default("{}") Limits limits}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
  String value();
}
