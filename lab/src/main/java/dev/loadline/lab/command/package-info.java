/** The commands of the lab, one file each. */
@NullMarked
package dev.loadline.lab.command;

import org.jspecify.annotations.NullMarked;
