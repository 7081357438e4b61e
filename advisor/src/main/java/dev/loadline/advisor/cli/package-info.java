/** The command line, and the wiring of the parts into one process. */
@NullMarked
package dev.loadline.advisor.cli;

import org.jspecify.annotations.NullMarked;
