/// Organisations and their projects: who they are, and what holds for all their keys.
@NullMarked
package dev.universalapi.auth.organisation;

import org.jspecify.annotations.NullMarked;
