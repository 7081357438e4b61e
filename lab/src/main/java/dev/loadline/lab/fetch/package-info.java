/** What is not on the lab's class path: foreign libraries, sources compiled here, other JDKs. */
@NullMarked
package dev.loadline.lab.fetch;

import org.jspecify.annotations.NullMarked;
