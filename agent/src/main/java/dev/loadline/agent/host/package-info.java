/** What the operating system tells of this process: control groups and sockets, by plain files. */
package dev.loadline.agent.host;
