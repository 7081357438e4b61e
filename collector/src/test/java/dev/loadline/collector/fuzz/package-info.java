/**
 * What bytes from strangers must not do. The loop of {@code FuzzIT} runs with every build; the same
 * targets run under Jazzer, which steers by coverage, with {@code collector/fuzz TARGET N}.
 */
@NullMarked
package dev.loadline.collector.fuzz;

import org.jspecify.annotations.NullMarked;
