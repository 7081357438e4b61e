/** What deployment files say of a fleet: who connects to which server, with how many pools. */
@NullMarked
package dev.loadline.advisor.ledger.manifest;

import org.jspecify.annotations.NullMarked;
