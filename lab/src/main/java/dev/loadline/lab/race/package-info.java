/** The collector beside other engines that scrape the same targets on the same machine. */
@NullMarked
package dev.loadline.lab.race;

import org.jspecify.annotations.NullMarked;
