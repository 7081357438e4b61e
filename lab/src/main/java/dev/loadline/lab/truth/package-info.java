/** Whether the agent's figures are those of the application's own ledger. */
@NullMarked
package dev.loadline.lab.truth;

import org.jspecify.annotations.NullMarked;
