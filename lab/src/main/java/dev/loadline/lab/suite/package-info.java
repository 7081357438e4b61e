/** Other projects' tests, run with the agent and without it. */
@NullMarked
package dev.loadline.lab.suite;

import org.jspecify.annotations.NullMarked;
