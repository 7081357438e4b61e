/** The entry points of the agent and the wiring of its parts. */
package dev.loadline.agent;
