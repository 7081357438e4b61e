package dev.loadline.agent.probe;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands in an advice for the field that the point names. */
@Retention(RetentionPolicy.RUNTIME)
@interface Part {}
