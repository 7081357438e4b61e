/** One file per instrumented library. */
package dev.loadline.agent.probes;
