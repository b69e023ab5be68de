/// The one HTTP client that leaves the house: guarded addresses, bounded answers, no redirects, no secrets in
/// words.
@NullMarked
package dev.universalapi.egress;

import org.jspecify.annotations.NullMarked;
