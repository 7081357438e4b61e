/** The probe engine: verbs, hooks, and the only use of Byte Buddy. */
package dev.loadline.agent.probe;
